//! A network that can be cut, or that loses answers.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

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
    asked: Arc<Asked>,
}

/// The bytes of what is asked.
struct Asked {
    passed: AtomicU64,
    /// How many pass before the network is cut.
    until: AtomicU64,
}

impl Proxy {
    pub async fn start(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        let way = Arc::new(watch::Sender::new(Way::Open));
        let asked = Arc::new(Asked { passed: AtomicU64::new(0), until: AtomicU64::new(u64::MAX) });
        let (ways, counted) = (way.clone(), asked.clone());
        tokio::spawn(async move {
            while let Ok((kiosk, _)) = listener.accept().await {
                if *ways.borrow() == Way::Cut {
                    continue;
                }
                let Ok(central) = TcpStream::connect(server).await else { continue };
                let (from_kiosk, to_kiosk) = kiosk.into_split();
                let (from_central, to_central) = central.into_split();
                tokio::spawn(pass(from_kiosk, to_central, ways.clone(), Some(counted.clone())));
                tokio::spawn(pass(from_central, to_kiosk, ways.clone(), None));
            }
        });
        Self { address, way, asked }
    }

    pub fn set(&self, way: Way) {
        self.way.send_replace(way);
    }

    /// Cuts the network once so many bytes more were asked.
    pub fn cut_after(&self, bytes: u64) {
        self.asked.until.store(self.asked() + bytes, Ordering::SeqCst);
    }

    /// The bytes that were asked so far.
    pub fn asked(&self) -> u64 {
        self.asked.passed.load(Ordering::SeqCst)
    }

    pub fn is_cut(&self) -> bool {
        *self.way.borrow() == Way::Cut
    }
}

/// Carries bytes one way, what is asked or what is answered. A connection that lost an answer never carries another.
async fn pass(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    ways: Arc<watch::Sender<Way>>,
    asked: Option<Arc<Asked>>,
) {
    let mut way = ways.subscribe();
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
        lost |= asked.is_none() && *way.borrow() == Way::Swallow;
        if let Some(asked) = &asked {
            let passed = asked.passed.fetch_add(read as u64, Ordering::SeqCst) + read as u64;
            if passed >= asked.until.load(Ordering::SeqCst) {
                asked.until.store(u64::MAX, Ordering::SeqCst);
                ways.send_replace(Way::Cut);
                return;
            }
        }
        if read == 0 || (!lost && to.write_all(&bytes[..read]).await.is_err()) {
            return;
        }
    }
}
