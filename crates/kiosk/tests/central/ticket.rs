//! "Lấy số" through lost answers: asking again is the same asking, for as long as it is one.

use std::sync::Arc;

use motcua_domain::paper::PaperSize;
use motcua_kiosk::catalogue::Catalogue;
use motcua_kiosk::citizen::{CitizenDesk, CitizenParts, CitizenSettings};
use motcua_kiosk::link::Link;
use motcua_kiosk::measures::Measures;
use motcua_kiosk::outbox::Outbox;
use motcua_kiosk::own_series::OwnNumbers;
use motcua_kiosk::print_desk::PrintDesk;
use motcua_kiosk::printer::{NoPrinter, Printer};
use motcua_kiosk::reader::Reader;
use motcua_kiosk::staff::{StaffDesk, StaffParts};
use motcua_kiosk::units::KnownUnits;
use motcua_kiosk::view::{NumberWanted, PaperSlot};

use crate::Kiosk;
use crate::simulated::{Fault, SimulatedCentral};

impl Kiosk {
    /// A citizen's desk that knows nothing of the hall.
    pub fn citizen(&self) -> Arc<CitizenDesk> {
        self.citizen_over(Arc::new(Link::new(self.client.clone(), self.clock.clone())))
    }

    /// A citizen's desk that knows the hall by this link.
    pub fn citizen_over(&self, link: Arc<Link>) -> Arc<CitizenDesk> {
        self.citizen_with(link, None)
    }

    /// As [`Kiosk::citizen_over`], with a reader.
    pub fn citizen_with(&self, link: Arc<Link>, reader: Option<Reader>) -> Arc<CitizenDesk> {
        let measures = Measures::new(self.store.clone(), self.client.clone(), self.clock.clone());
        self.citizen_counted(link, reader, measures)
    }

    /// As [`Kiosk::citizen_with`], with what is counted in these measures.
    pub fn citizen_counted(
        &self,
        link: Arc<Link>,
        reader: Option<Reader>,
        measures: Arc<Measures>,
    ) -> Arc<CitizenDesk> {
        CitizenDesk::new(self.citizen_parts(link, reader, measures))
    }

    /// What a citizen's desk is made of here, without anything that takes pictures of papers.
    pub fn citizen_parts(&self, link: Arc<Link>, reader: Option<Reader>, measures: Arc<Measures>) -> CitizenParts {
        let (central, clock) = (self.client.clone(), self.clock.clone());
        let own = OwnNumbers::new(self.store.clone(), central.clone(), link.clone(), clock.clone());
        CitizenParts {
            settings: CitizenSettings {
                idle_ask_ms: 45_000,
                idle_leave_ms: 20_000,
                px_per_mm: 4.0,
                receipt: PaperSize::A5,
                slot: PaperSlot::Below,
            },
            central: central.clone(),
            link,
            own: Arc::new(own),
            store: self.store.clone(),
            outbox: Arc::new(Outbox::new(self.store.clone(), central, clock.clone())),
            prints: Arc::new(PrintDesk::new(Arc::new(NoPrinter))),
            catalogue: Catalogue::new(self.store.clone(), self.client.clone()),
            units: KnownUnits::new(self.store.clone(), self.client.clone()),
            measures,
            aloud: None,
            clock,
            reader,
            capture: motcua_kiosk::capture::Capture::default(),
        }
    }
}

impl Kiosk {
    /// An officer's desk at this machine.
    pub fn staff(&self, link: Arc<Link>) -> Arc<StaffDesk> {
        self.staff_with(link, Arc::new(NoPrinter))
    }

    /// As [`Kiosk::staff`], with a printer.
    pub fn staff_with(&self, link: Arc<Link>, printer: Arc<dyn Printer>) -> Arc<StaffDesk> {
        StaffDesk::new(StaffParts {
            central: self.client.clone(),
            link,
            store: self.store.clone(),
            outbox: Arc::new(Outbox::new(self.store.clone(), self.client.clone(), self.clock.clone())),
            catalogue: Catalogue::new(self.store.clone(), self.client.clone()),
            units: KnownUnits::new(self.store.clone(), self.client.clone()),
            prints: Arc::new(PrintDesk::new(printer)),
            slips: PaperSize::A5,
            clock: self.clock.clone(),
            mute: None,
        })
    }
}

fn wanted(group: &str) -> NumberWanted {
    NumberWanted { group: group.to_owned(), service: None, priority: None, procedure: None }
}

/// A central system that issued a number in `ho-tich` and whose answer never came, and who asked it.
async fn after_a_lost_answer() -> (SimulatedCentral, Kiosk, Arc<CitizenDesk>) {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let citizen = kiosk.citizen();
    central.play(Fault::LoseTickets);
    assert_eq!(citizen.take_ticket(wanted("ho-tich")).await.expect_err("a lost answer").code, "central-away");
    assert_eq!(central.labels(), ["A001"], "three tries of one asking are one number");
    (central, kiosk, citizen)
}

#[tokio::test]
async fn asked_again_after_a_lost_answer_it_is_the_same_number() {
    let (central, _kiosk, citizen) = after_a_lost_answer().await;
    citizen.take_ticket(wanted("ho-tich")).await.expect_err("lost again");
    central.play(Fault::None);
    assert_eq!(citizen.take_ticket(wanted("ho-tich")).await.expect("a number").ticket.label, "A001");
    assert_eq!(central.labels(), ["A001"]);
}

#[tokio::test]
async fn the_next_person_gets_a_number_of_their_own() {
    let (central, _kiosk, citizen) = after_a_lost_answer().await;
    citizen.end_visit().await;
    central.play(Fault::None);
    assert_eq!(citizen.take_ticket(wanted("ho-tich")).await.expect("a number").ticket.label, "A002");
    assert_eq!(central.labels(), ["A001", "A002"]);
}

#[tokio::test]
async fn another_group_is_another_asking() {
    let (central, _kiosk, citizen) = after_a_lost_answer().await;
    central.play(Fault::None);
    let ticket = citizen.take_ticket(wanted("dat-dai")).await.expect("a number").ticket;
    assert_eq!((ticket.label.as_str(), ticket.group.as_str()), ("A002", "dat-dai"));
}
