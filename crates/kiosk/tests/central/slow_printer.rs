//! A printer that is at one paper for a long time holds up nothing else.

use std::sync::Arc;
use std::time::Duration;

use motcua_kiosk::citizen::{CitizenDesk, CitizenParts};
use motcua_kiosk::measures::Measures;
use motcua_kiosk::print_desk::{PrintDesk, PrintStage};
use motcua_kiosk::staff::StaffDesk;
use motcua_kiosk::view::{Did, NumberWanted, PrintState, TicketShown};

use crate::assist::{PASSWORD, enrolled, link, serve};
use crate::simulated_printer::{Manner, Simulated};

/// Somebody else takes a number of the group.
async fn take(citizen: &CitizenDesk, group: &str) -> TicketShown {
    citizen.end_visit().await;
    let wanted = NumberWanted { group: group.to_owned(), service: None, priority: None, procedure: None };
    citizen.take_ticket(wanted).await.expect("a number")
}

/// The officer calls the next number and is done with it.
async fn call(officer: &StaffDesk) -> String {
    let view = officer.call_next().await.expect("somebody waits");
    let called = view.current.expect("the number that was called");
    officer.ticket(called.id, Did::Start).await.expect("they come");
    officer.ticket(called.id, Did::Finish).await.expect("they are served");
    called.label
}

#[tokio::test]
async fn while_one_paper_is_long_on_the_printer_numbers_calls_and_screens_go_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let running = serve(&folder, ([127, 0, 0, 1], 0).into()).await;
    let device = Simulated::start(Manner::IsAtIt).await;
    let printer = Arc::new(device.client());
    let kiosk = enrolled(&running, "Ki-ốt 1").await;
    let measures = Measures::new(kiosk.store.clone(), kiosk.client.clone(), kiosk.clock.clone());
    let prints = Arc::new(PrintDesk::new(printer.clone()));
    let citizen = CitizenDesk::new(CitizenParts { prints, ..kiosk.citizen_parts(link(&kiosk), None, measures) });
    let console = enrolled(&running, "Bàn 1").await;
    let officer = console.staff_with(link(&console), printer);
    let first = running.first_administrator.clone().expect("the first start");
    officer.sign_in(&first.account, &first.password).await.expect("signed in");
    officer.change_password(&first.password, PASSWORD).await.expect("changed");
    let view = officer.open_counter(1).await.expect("open");
    let group = view.branch.expect("the centre").counters[0].groups[0].clone();

    let stuck = take(&citizen, &group).await;
    while device.taken().is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    // The first paper is on the printer from here on.
    for _ in 0..3 {
        let next = take(&citizen, &group).await;
        assert_ne!(next.ticket.label, stuck.ticket.label);
        assert!(call(&officer).await <= next.ticket.label);
        assert!(citizen.home().await.printer.ready);
        assert!(officer.console().await.printer.ready);
        assert_eq!(citizen.prints().stage(next.print), Ok(PrintStage::Queued));
    }
    let last = take(&citizen, &group).await;
    assert_eq!(citizen.prints().stage(last.print), Ok(PrintStage::Queued), "all that while the first was printed");
    device.behave(Manner::Prints);
    assert_eq!(citizen.prints().result(last.print).await.expect("its end").state, PrintState::Printed);
    assert_eq!(device.paper().len(), 2, "the first, and whose person is still here");
    running.stop().await;
}
