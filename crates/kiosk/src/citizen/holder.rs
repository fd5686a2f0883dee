use motcua_domain::card::Card;
use motcua_domain::wire::Problem;
use sha2::{Digest, Sha256};

use super::CitizenDesk;
use crate::view::CitizenNews;

impl CitizenDesk {
    /// A card was shown where no form asks for one: it stands for the person who takes a number, so
    /// that one person holds one number of a field. Of the card only a hash is kept, for this visit,
    /// under a key that central throws away with the day.
    pub(super) async fn hold_card(&self, card: &Card) -> Result<(), Problem> {
        let before = self.visits();
        let key = self.central.day_key().await?;
        let digest = Sha256::digest(format!("{}{}", key.key, card.number.as_str()));
        let holder = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let mut visit = self.visit.lock().await;
        // Whoever showed it may have left meanwhile.
        if self.visits() == before {
            visit.holder = Some(holder);
            self.tell(CitizenNews::Holder);
        }
        Ok(())
    }
}
