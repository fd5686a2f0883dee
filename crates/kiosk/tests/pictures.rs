//! What a board keeps of the pictures it shows.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use motcua_domain::branch::PictureId;
use motcua_domain::wire::BoardNotice;
use motcua_kiosk::central::CentralClient;
use motcua_kiosk::pictures::Pictures;
use tempfile::TempDir;
use tokio::net::TcpListener;

/// SHA-256 of `abc` and of the empty text (FIPS 180-4, examples).
const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn id(text: &str) -> PictureId {
    text.parse().unwrap()
}

fn naming(id: &PictureId) -> Vec<BoardNotice> {
    vec![BoardNotice { text: None, picture: Some(id.clone()) }]
}

/// A central system that has the two pictures.
async fn central(asked: Arc<AtomicUsize>) -> (String, tokio::task::JoinHandle<()>) {
    let picture = move |Path(id): Path<String>| {
        let asked = Arc::clone(&asked);
        async move {
            asked.fetch_add(1, Ordering::SeqCst);
            match id.as_str() {
                ABC => Ok("abc"),
                EMPTY => Ok(""),
                _ => Err(StatusCode::NOT_FOUND),
            }
        }
    };
    let router = Router::new().route("/v1/public/pictures/{id}", get(picture));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    (address, tokio::spawn(async move { axum::serve(listener, router).await.unwrap() }))
}

#[tokio::test]
async fn a_picture_is_asked_for_once_and_shown_without_the_central_system() {
    let (folder, asked) = (TempDir::new().unwrap(), Arc::new(AtomicUsize::new(0)));
    let (address, server) = central(Arc::clone(&asked)).await;
    let pictures = Pictures::new(Arc::new(CentralClient::new(&address)), folder.path().join("pictures"));
    let (abc, empty) = (id(ABC), id(EMPTY));
    assert_eq!(pictures.url(&abc, &naming(&abc)).await.unwrap(), "data:image/jpeg;base64,YWJj");
    server.abort();
    assert_eq!(pictures.url(&abc, &naming(&abc)).await.unwrap(), "data:image/jpeg;base64,YWJj");
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    assert!(pictures.url(&empty, &naming(&empty)).await.is_err(), "and what was never seen is not");
}

#[tokio::test]
async fn what_was_damaged_is_asked_for_again_and_what_nobody_names_is_forgotten() {
    let (folder, asked) = (TempDir::new().unwrap(), Arc::new(AtomicUsize::new(0)));
    let (address, _server) = central(Arc::clone(&asked)).await;
    let pictures = Pictures::new(Arc::new(CentralClient::new(&address)), folder.path().to_owned());
    let (abc, empty) = (id(ABC), id(EMPTY));
    pictures.url(&abc, &naming(&abc)).await.unwrap();
    std::fs::write(folder.path().join(ABC), "ab").unwrap();
    assert_eq!(pictures.url(&abc, &naming(&abc)).await.unwrap(), "data:image/jpeg;base64,YWJj");
    assert_eq!(asked.load(Ordering::SeqCst), 2);
    pictures.url(&empty, &naming(&empty)).await.unwrap();
    let kept: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(kept, [EMPTY]);
    assert_eq!(pictures.url(&id(&"ab".repeat(32)), &[]).await.unwrap_err().code, "central-not-understood");
}
