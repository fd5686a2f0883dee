//! How the server meets the network: whether it speaks TLS, to whom it speaks in the clear, how many it
//! speaks to at once, and who may read its metrics.

mod door;
mod tls;

use std::net::SocketAddr;
use std::path::PathBuf;

pub(crate) use door::Door;
pub(crate) use tls::Certificate;
pub use tls::{Tls, TlsError};

/// How the server meets the network. The default suits a server inside another program: plain HTTP on
/// loopback.
#[derive(Clone)]
pub struct Serving {
    /// The centre's certificate; plain HTTP without it.
    pub tls: Option<Tls>,
    /// Whether plain HTTP may leave this machine, where everybody on the network can read and change it.
    pub plain_http_on_the_network: bool,
    /// What a program that collects metrics says in `Authorization: Bearer …`. Without it metrics are read
    /// from this machine only.
    pub metrics_token: Option<String>,
    /// The file of the server's key, 64 hex digits, which wraps the keys of what lies sealed. Without one: what
    /// `MOTCUA_KEY_FILE` names, a systemd credential `motcua-key`, or for SQLite one beside the database.
    pub key_file: Option<PathBuf>,
    /// How many connections are open at once; more wait to be let in. A board or a console keeps two open.
    pub connections: usize,
}

impl Default for Serving {
    fn default() -> Self {
        let (tls, metrics_token, key_file) = (None, None, None);
        Self { tls, plain_http_on_the_network: false, metrics_token, key_file, connections: 4096 }
    }
}

impl Serving {
    /// Whether it may listen there.
    pub(crate) fn may_listen(&self, at: SocketAddr) -> bool {
        self.tls.is_some() || self.plain_http_on_the_network || at.ip().to_canonical().is_loopback()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_leaves_this_machine_only_when_told_so() {
        let at = |address: &str| address.parse().expect("an address");
        let careful = Serving::default();
        for inside in ["127.0.0.1:80", "127.8.9.1:80", "[::1]:80", "[::ffff:127.0.0.1]:80"] {
            assert!(careful.may_listen(at(inside)), "{inside}");
        }
        for outside in ["0.0.0.0:80", "[::]:80", "192.168.1.2:80", "[::ffff:10.0.0.1]:80"] {
            assert!(!careful.may_listen(at(outside)), "{outside}");
            let told = Serving { plain_http_on_the_network: true, ..Serving::default() };
            assert!(told.may_listen(at(outside)), "{outside}");
            let tls = Tls { certificate: "c.pem".into(), key: "k.pem".into() };
            assert!(Serving { tls: Some(tls), ..Serving::default() }.may_listen(at(outside)), "{outside}");
        }
    }
}
