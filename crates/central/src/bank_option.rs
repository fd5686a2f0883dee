//! The option that names a bank and the file of the secret shared with it: `vietinbank=/etc/…`.

use crate::http::bank::BankSecret;

/// Why the option names no bank.
#[derive(Debug, thiserror::Error)]
pub enum BankOptionError {
    /// There is no `=` in it.
    #[error("--bank takes NAME=FILE")]
    Shape,
    /// The name would not do in an address.
    #[error("a bank's name is of small letters, digits and hyphens")]
    Name,
    /// The file cannot be read.
    #[error("the secret shared with the bank cannot be read: {0}")]
    File(#[from] std::io::Error),
    /// The secret could be guessed.
    #[error("a bank's secret has 32 bytes or more")]
    Secret,
}

/// Reads the option `NAME=FILE`: the bank's name, and the secret in the file.
///
/// # Errors
/// [`BankOptionError`].
pub fn bank_option(option: &str) -> Result<(String, BankSecret), BankOptionError> {
    let (name, file) = option.split_once('=').ok_or(BankOptionError::Shape)?;
    let plain = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    if name.is_empty() || !name.bytes().all(plain) {
        return Err(BankOptionError::Name);
    }
    let secret = BankSecret::new(&std::fs::read_to_string(file)?).ok_or(BankOptionError::Secret)?;
    Ok((name.to_owned(), secret))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bank_has_a_plain_name_and_a_long_secret_in_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str, secret: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, secret).expect("written");
            path.display().to_string()
        };
        let (long, short) = (file("long", "a secret that bank and centre share\n"), file("short", "secret"));
        assert_eq!(bank_option(&format!("vietinbank={long}")).expect("a bank").0, "vietinbank");
        assert!(matches!(bank_option("vietinbank"), Err(BankOptionError::Shape)));
        assert!(matches!(bank_option(&format!("Vietin Bank={long}")), Err(BankOptionError::Name)));
        assert!(matches!(bank_option(&format!("vietinbank={long}x")), Err(BankOptionError::File(_))));
        assert!(matches!(bank_option(&format!("vietinbank={short}")), Err(BankOptionError::Secret)));
    }
}
