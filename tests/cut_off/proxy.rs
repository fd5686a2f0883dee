//! A network that can be cut, or that loses answers.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// How the network is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Everything passes.
    Open,
    /// Nothing passes; what is connected is cut.
    Cut,
    /// What is asked passes, what is answered is lost.
    Swallow,
}

/// A TCP proxy in front of the central server.
pub struct Proxy {
    pub address: SocketAddr,
    way: Arc<watch::Sender<Way>>,
}

impl Proxy {
    pub async fn start(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        let way = Arc::new(watch::Sender::new(Way::Open));
        let ways = way.clone();
        tokio::spawn(async move {
            while let Ok((kiosk, _)) = listener.accept().await {
                if *ways.borrow() == Way::Cut {
                    continue;
                }
                let Ok(central) = TcpStream::connect(server).await else { continue };
                let (from_kiosk, to_kiosk) = kiosk.into_split();
                let (from_central, to_central) = central.into_split();
                tokio::spawn(pass(from_kiosk, to_central, ways.subscribe(), false));
                tokio::spawn(pass(from_central, to_kiosk, ways.subscribe(), true));
            }
        });
        Self { address, way }
    }

    pub fn set(&self, way: Way) {
        self.way.send_replace(way);
    }
}

/// Carries bytes one way. A connection that lost an answer never carries another.
async fn pass(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut way: watch::Receiver<Way>, answers: bool) {
    let (mut bytes, mut lost) = (vec![0; 16 * 1024], false);
    loop {
        let read = tokio::select! {
            read = from.read(&mut bytes) => read.unwrap_or(0),
            changed = way.changed() => {
                if changed.is_err() || *way.borrow() == Way::Cut || (lost && *way.borrow() == Way::Open) {
                    return;
                }
                continue;
            }
        };
        lost |= answers && *way.borrow() == Way::Swallow;
        if read == 0 || (!lost && to.write_all(&bytes[..read]).await.is_err()) {
            return;
        }
    }
}
