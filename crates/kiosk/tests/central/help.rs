//! Somebody calls an officer, and staff hear how the machine is.

use std::sync::Arc;
use std::time::Duration;

use motcua_domain::wire::{AddedForm, AddedForms, DeviceFace, FormPackage, FormVersion};
use motcua_kiosk::catalogue::Catalogue;
use motcua_kiosk::link::Link;
use motcua_kiosk::printer::{NoPrinter, Printer};
use motcua_kiosk::status::{Rhythm, StatusReporter};
use motcua_kiosk::view::{CitizenNews, HelpState};
use tokio::sync::watch;

use crate::Kiosk;
use crate::simulated_hall::SimulatedHall;

impl Kiosk {
    /// A link to the hall that is alive.
    async fn linked(&self) -> Arc<Link> {
        let link = Arc::new(Link::new(self.client.clone(), self.clock.clone()));
        let following = link.clone();
        tokio::spawn(async move { following.run().await });
        link.watch().wait_for(|known| known.live).await.expect("the hall is there");
        link
    }
}

#[tokio::test]
async fn who_calls_hears_that_an_officer_comes_and_the_call_ends_with_the_visit() {
    let hall = SimulatedHall::start().await;
    let kiosk = Kiosk::at(&hall.url).await;
    let citizen = kiosk.citizen_over(kiosk.linked().await);
    let mut news = citizen.news();
    tokio::spawn(citizen.clone().follow_help());
    assert_eq!(citizen.call_help().await, Ok(HelpState::Called));
    assert_eq!(citizen.call_help().await, Ok(HelpState::Called), "pressed twice");
    hall.answer();
    assert_eq!(news.recv().await, Ok(CitizenNews::Help { state: HelpState::Coming }));
    assert_eq!(citizen.call_help().await, Ok(HelpState::Coming));
    citizen.end_visit().await;
    assert_eq!(hall.until(|known| known.call.is_none()).await.calls, 1);
    assert_eq!(citizen.call_help().await, Ok(HelpState::Called), "the next person calls for themselves");
    assert_eq!(hall.known.borrow().calls, 2);
}

#[tokio::test]
async fn nobody_is_told_that_an_officer_was_called_when_none_was() {
    let hall = SimulatedHall::start().await;
    let kiosk = Kiosk::at(&hall.url).await;
    let citizen = kiosk.citizen_over(kiosk.linked().await);
    tokio::spawn(citizen.clone().follow_help());
    hall.change(|known| known.away = true);
    assert_eq!(citizen.call_help().await.expect_err("away").code, "help-not-called");
    hall.change(|known| *known = simulated_loss());
    assert_eq!(citizen.call_help().await.expect_err("no answer").code, "help-not-called");
    // Officers do not look for somebody who was sent to the counter.
    let known = hall.until(|known| known.calls == 1 && known.call.is_none()).await;
    hall.change(|known| known.lose_answer = false);
    assert_eq!(citizen.call_help().await, Ok(HelpState::Called), "{known:?}");
}

#[tokio::test]
async fn nobody_is_called_for_who_left_while_the_call_waited_its_turn() {
    let hall = SimulatedHall::start().await;
    let kiosk = Kiosk::at(&hall.url).await;
    let citizen = kiosk.citizen_over(kiosk.linked().await);
    hall.change(|known| known.hold_end = true);
    tokio::spawn(citizen.clone().follow_help());
    hall.until(|known| known.ends == 1).await;
    let mut call = std::pin::pin!(citizen.call_help());
    tokio::select! {
        biased;
        answer = &mut call => panic!("{answer:?} before its turn"),
        () = std::future::ready(()) => {}
    }
    citizen.end_visit().await;
    hall.change(|known| known.hold_end = false);
    assert_eq!(call.await, Ok(HelpState::None));
    assert_eq!(citizen.call_help().await, Ok(HelpState::Called), "the next person calls for themselves");
    assert_eq!(hall.known.borrow().calls, 1);
}

fn simulated_loss() -> crate::simulated_hall::Known {
    crate::simulated_hall::Known { lose_answer: true, ..Default::default() }
}

#[tokio::test]
async fn a_call_of_before_the_program_started_is_ended() {
    let hall = SimulatedHall::start().await;
    let kiosk = Kiosk::at(&hall.url).await;
    let citizen = kiosk.citizen_over(kiosk.linked().await);
    citizen.call_help().await.expect("called");
    let again = kiosk.citizen_over(kiosk.linked().await);
    tokio::spawn(again.follow_help());
    hall.until(|known| known.call.is_none()).await;
}

#[tokio::test]
async fn a_machine_says_how_it_is_and_at_once_when_that_changes() {
    let hall = SimulatedHall::start().await;
    let kiosk = Kiosk::at(&hall.url).await;
    let (mute, heard) = watch::channel(false);
    // A form that this program cannot read.
    let form = FormVersion { procedure: "1.004873".to_owned(), version: 1 };
    let added = AddedForm { form: form.clone(), sha256: String::new() };
    let text = String::new;
    let package = FormPackage { form, schema: text(), ui: text(), about: text(), vi: text(), en: text() };
    let told = AddedForms { added: vec![added.clone()], retired: Vec::new() };
    kiosk.store.keep_forms(&told, &[(added, package)]).await.expect("kept");
    let catalogue = Catalogue::new(kiosk.store.clone(), kiosk.client.clone());
    catalogue.recall().await.expect("kept");
    let reporter = StatusReporter {
        central: kiosk.client.clone(),
        link: kiosk.linked().await,
        store: kiosk.store.clone(),
        catalogue,
        faces: vec![DeviceFace::Citizen],
        printer: Some(Arc::new(NoPrinter) as Arc<dyn Printer>),
        journal: None,
        papers: None,
        mute: Some(heard),
        rhythm: Rhythm { look: Duration::from_secs(3_600), speak: Duration::from_secs(3_600) },
    };
    tokio::spawn(reporter.run());
    let said = hall.until(|known| known.said.len() == 1).await.said.remove(0);
    assert_eq!((said.faces, said.mute, said.unsent, said.untold), (vec![DeviceFace::Citizen], false, 0, 0));
    assert_eq!(said.forms_left_out, 1);
    assert_eq!(said.printer.expect("a kiosk prints").cause.as_deref(), Some("not_set_up"));
    mute.send_replace(true);
    assert!(hall.until(|known| known.said.len() == 2).await.said[1].mute);
}
