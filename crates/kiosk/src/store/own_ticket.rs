//! Numbers this kiosk gives by itself while it is cut off.

use motcua_domain::queue::{KioskNumber, Label, Series, TicketNumber};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Branch, IssueTicket, OwnSeries, PrintedTicket};
use uuid::Uuid;

use super::{Store, StoreError};

/// A row that holds what this version cannot read.
fn unreadable(what: &str) -> StoreError {
    StoreError::Database(sqlx::Error::Decode(what.into()))
}

impl Store {
    /// The kiosk's own series, if it has one that it may still use.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn own_series(&self, now: Moment) -> Result<Option<KioskNumber>, StoreError> {
        let row: Option<(u8, i64)> =
            sqlx::query_as("SELECT kiosk, until FROM own_series").fetch_optional(&self.pool).await?;
        Ok(row.filter(|(_, until)| *until > now.millis()).and_then(|(kiosk, _)| KioskNumber::new(kiosk)))
    }

    /// Keeps the series the central system gave.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn keep_own_series(&self, series: OwnSeries) -> Result<(), StoreError> {
        sqlx::query("INSERT OR REPLACE INTO own_series (only, kiosk, until) VALUES (1, $1, $2)")
            .bind(series.kiosk.get())
            .bind(series.until.millis())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Takes the next number of the kiosk's own series. It is on the disk before anybody sees it.
    /// The series goes on over the days, and from its end to its beginning, because a number of the
    /// day before may still be held. None when the day has no more.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails; no number was given then.
    pub async fn issue_own(
        &self,
        kiosk: KioskNumber,
        series: Series,
        asked: &IssueTicket,
        instead_of: Option<Uuid>,
        now: Moment,
    ) -> Result<Option<PrintedTicket>, StoreError> {
        let date = now.business_date().to_string();
        let mut transaction = self.change().await?;
        let last: Option<u32> = sqlx::query_scalar(
            "SELECT number FROM own_ticket WHERE series = $1 AND number / 1000 = $2
             ORDER BY printed_at DESC, id DESC LIMIT 1",
        )
        .bind(series.to_string())
        .bind(kiosk.get())
        .fetch_optional(&mut *transaction)
        .await?;
        let last = last.map(TicketNumber::new).transpose().map_err(|_| unreadable("a ticket number"))?;
        let Some(number) = kiosk.after(last).or_else(|| kiosk.after(None)) else { return Ok(None) };
        let given: bool = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM own_ticket WHERE business_date = $1 AND series = $2 AND number = $3)",
        )
        .bind(&date)
        .bind(series.to_string())
        .bind(number.get())
        .fetch_one(&mut *transaction)
        .await?;
        if given {
            return Ok(None);
        }
        let ticket = PrintedTicket {
            id: Uuid::now_v7(),
            label: Label { series, number },
            printed_at: now,
            asked: asked.clone(),
            instead_of: instead_of.map(|key| key.to_string()),
        };
        sqlx::query(
            "INSERT INTO own_ticket (id, business_date, series, number, printed_at, asked, instead_of)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(ticket.id.to_string())
        .bind(&date)
        .bind(series.to_string())
        .bind(number.get())
        .bind(now.millis())
        .bind(serde_json::to_string(asked)?)
        .bind(&ticket.instead_of)
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(Some(ticket))
    }

    /// Numbers the central system does not know yet, in the order they were printed.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn untold_tickets(&self) -> Result<Vec<PrintedTicket>, StoreError> {
        type Row = (String, String, u32, i64, String, Option<String>);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, series, number, printed_at, asked, instead_of FROM own_ticket
             WHERE told_at IS NULL ORDER BY printed_at, id LIMIT 200",
        )
        .fetch_all(&self.pool)
        .await?;
        let read = |(id, series, number, printed_at, asked, instead_of): Row| {
            let series = series.chars().next().and_then(|letter| Series::new(letter).ok());
            Ok(PrintedTicket {
                id: id.parse().map_err(|_| unreadable("a ticket's identity"))?,
                label: Label {
                    series: series.ok_or_else(|| unreadable("a series"))?,
                    number: TicketNumber::new(number).map_err(|_| unreadable("a ticket number"))?,
                },
                printed_at: Moment::from_millis(printed_at),
                asked: serde_json::from_str(&asked)?,
                instead_of,
            })
        };
        rows.into_iter().map(read).collect()
    }

    /// How many numbers the central system does not know yet.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn untold(&self) -> Result<u32, StoreError> {
        Ok(sqlx::query_scalar("SELECT count(*) FROM own_ticket WHERE told_at IS NULL").fetch_one(&self.pool).await?)
    }

    /// Notes that the central system has a number, or refused it for good with a problem.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn ticket_told(&self, id: Uuid, problem: Option<&str>, now: Moment) -> Result<(), StoreError> {
        sqlx::query("UPDATE own_ticket SET told_at = $2, problem = $3 WHERE id = $1")
            .bind(id.to_string())
            .bind(now.millis())
            .bind(problem)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Forgets numbers that were told long ago.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn forget_told_tickets(&self, before: Moment) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM own_ticket WHERE told_at IS NOT NULL AND printed_at < $1")
            .bind(before.millis())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The centre as it was last known.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn known_centre(&self) -> Result<Option<Branch>, StoreError> {
        let written: Option<String> =
            sqlx::query_scalar("SELECT branch FROM known_centre").fetch_optional(&self.pool).await?;
        // What another version wrote is not needed: it comes with the first answer.
        Ok(written.and_then(|written| serde_json::from_str(&written).ok()))
    }

    /// Keeps the centre as it is known now.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn keep_centre(&self, branch: &Branch) -> Result<(), StoreError> {
        sqlx::query("INSERT OR REPLACE INTO known_centre (only, branch) VALUES (1, $1)")
            .bind(serde_json::to_string(branch)?)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Identity, Store};

    #[tokio::test]
    async fn the_series_goes_on_over_the_days_and_starts_again_at_its_end() {
        let folder = tempfile::tempdir().expect("a folder");
        let seal = Identity::load(folder.path()).expect("an identity").seal().expect("a seal");
        let store = Store::open(folder.path(), seal).await.expect("a store");
        let (kiosk, series) = (KioskNumber::new(2).expect("a kiosk"), Series::new('A').expect("a series"));
        let asked = IssueTicket {
            group: "ho-tich".to_owned(),
            service: None,
            priority: None,
            holder: None,
            language: "vi".to_owned(),
        };
        let next = async |at: Moment| {
            let ticket = store.issue_own(kiosk, series, &asked, None, at).await.expect("a store");
            ticket.map(|ticket| ticket.label.to_string())
        };
        let today: Moment = "2026-11-23T08:00:00+07:00".parse().expect("a moment");
        let tomorrow = today.plus_millis(24 * 60 * 60 * 1000);
        assert_eq!(next(today).await.as_deref(), Some("A2001"));
        assert_eq!(next(today).await.as_deref(), Some("A2002"));
        assert_eq!(next(tomorrow).await.as_deref(), Some("A2003"), "yesterday's may still be held");
        sqlx::query("UPDATE own_ticket SET number = 2999 WHERE number = 2003")
            .execute(&store.pool)
            .await
            .expect("the end of the series");
        assert_eq!(next(tomorrow).await.as_deref(), Some("A2001"));
        assert_eq!(store.untold_tickets().await.expect("a store").len(), 4);
        // A day that used them all: the next would be one of its own.
        sqlx::query(
            "UPDATE own_ticket SET number = 2001 + (number = 2999) WHERE business_date = $1 AND number <> 2001",
        )
        .bind(tomorrow.business_date().to_string())
        .execute(&store.pool)
        .await
        .expect("a crowded day");
        assert_eq!(next(tomorrow).await, None, "no label twice on a day");
    }
}
