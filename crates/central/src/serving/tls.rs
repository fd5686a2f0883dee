//! The centre's certificate, by rustls.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// Where the certificate and its key are, both in PEM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tls {
    /// The centre's certificate, then those between it and the authority that everybody trusts.
    pub certificate: PathBuf,
    /// The certificate's private key.
    pub key: PathBuf,
}

/// Why there is no certificate to show.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// The certificate's file cannot be read as one.
    #[error(
        "the certificate {0} cannot be used ({1}): give a file in PEM that begins with the server's own certificate"
    )]
    Certificate(PathBuf, String),
    /// The key's file cannot be read as one.
    #[error("the key {0} cannot be used ({1}): give the certificate's private key in PEM, without a password")]
    Key(PathBuf, String),
    /// The two do not belong together.
    #[error("the certificate and its key cannot be used together ({0}): check that they belong to each other")]
    Pair(String),
}

impl Tls {
    /// Whether certificate and key can be used.
    ///
    /// # Errors
    /// When not, with what to give instead.
    pub fn check(&self) -> Result<(), TlsError> {
        self.read().map(drop)
    }

    fn read(&self) -> Result<Arc<ServerConfig>, TlsError> {
        let unusable = |why: String| TlsError::Certificate(self.certificate.clone(), why);
        let chain = certificates(&self.certificate).map_err(unusable)?;
        let key = PrivateKeyDer::from_pem_file(&self.key)
            .map_err(|error| TlsError::Key(self.key.clone(), error.to_string()))?;
        let mut config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .map_err(|error| TlsError::Pair(error.to_string()))?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Arc::new(config))
    }
}

fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    let read = CertificateDer::pem_file_iter(file).map_err(|error| error.to_string())?;
    let chain: Vec<_> = read.collect::<Result<_, _>>().map_err(|error| error.to_string())?;
    if chain.is_empty() { Err("there is none in it".to_owned()) } else { Ok(chain) }
}

/// The certificate that is shown now.
#[derive(Clone)]
pub(crate) struct Certificate {
    files: Tls,
    shown: Arc<RwLock<Arc<ServerConfig>>>,
}

impl Certificate {
    /// Reads certificate and key.
    pub(crate) fn read(files: Tls) -> Result<Self, TlsError> {
        let shown = Arc::new(RwLock::new(files.read()?));
        Ok(Self { files, shown })
    }

    /// Reads them again, for connections from now on; what was shown goes on being shown when they cannot be
    /// used.
    pub(crate) fn read_again(&self) -> Result<(), TlsError> {
        let read = self.files.read()?;
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = read;
        Ok(())
    }

    /// What shakes hands with it.
    pub(crate) fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner)))
    }
}
