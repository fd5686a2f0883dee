//! Form packages in a folder, for the officer who writes one; and the forms that there are.

use std::fmt::Write;
use std::path::Path;
use std::{fs, io};

use motcua_domain::guide::lint::{Finding, PackageFile, lint};
use motcua_domain::guide::{Form, FormError, FormPreview, Package, PagePreview};
use motcua_domain::time::Moment;
use motcua_domain::wire::{FormPackage, FormVersion};
use motcua_domain::words::{Locale, Words};

use crate::http::escape;
use crate::server::{StartError, StoreError, change};
use crate::store::form;
use crate::store::open::open;

/// Why a folder could not be looked at.
#[derive(Debug, thiserror::Error)]
pub enum FormFolderError {
    /// One of its five files is not there, or is no text.
    #[error("{0}: {1}")]
    File(&'static str, io::Error),
    /// Its files are no form.
    #[error(transparent)]
    Form(#[from] FormError),
}

/// Everything that is wrong with the form package in a folder; nothing for a good one.
///
/// # Errors
/// A file that cannot be read.
pub fn check_form(folder: &Path) -> Result<Vec<Finding>, FormFolderError> {
    let files = read(folder)?;
    Ok(lint(&package(&files)))
}

/// Every page of the form in a folder as one page for a browser, with nothing to fetch.
///
/// # Errors
/// A file that cannot be read, or files that are no form.
pub fn preview_form(folder: &Path, locale: Locale) -> Result<String, FormFolderError> {
    let files = read(folder)?;
    let form = Form::load(&package(&files))?;
    Ok(html(&form.preview(locale), Words::of(locale)))
}

/// What became of a form that was to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is there now.
    New,
    /// It was there before, with the same texts.
    Known,
}

/// Why a form that has no fault in itself is not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdded {
    /// The catalogue has no such procedure.
    UnknownProcedure,
    /// This version is there with other texts.
    Differs,
    /// There is a newer version.
    NotAbove {
        /// The newest.
        newest: u32,
    },
}

impl NotAdded {
    /// Why, and what to do about it.
    pub fn in_words(self, form: &FormVersion, locale: Locale) -> String {
        let (key, newest) = match self {
            Self::UnknownProcedure => ("form-procedure-unknown", 0),
            Self::Differs => ("form-differs", 0),
            Self::NotAbove { newest } => ("form-not-above", newest),
        };
        let (version, newest) = (form.version.to_string(), newest.to_string());
        let args = [("procedure", form.procedure.as_str()), ("version", &version), ("newest", &newest)];
        Words::of(locale).say_with(key, &args)
    }
}

/// Why a form was not added; then nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum AddFormError {
    /// The folder could not be read.
    #[error(transparent)]
    Folder(#[from] FormFolderError),
    /// The package has faults.
    #[error("the package has faults: check-form names them")]
    Faults(Vec<Finding>),
    /// It does not fit what is there.
    #[error("{0} is not added: {1:?}")]
    Not(FormVersion, NotAdded),
    /// The database cannot be opened or written.
    #[error(transparent)]
    Database(#[from] StartError),
}

/// Adds the form package in a folder to a database, also while a server runs on it: kiosks have it within a
/// minute. A version that is there is never changed.
///
/// # Errors
/// [`AddFormError`].
pub async fn add_form(folder: &Path, database: &str, who: &str) -> Result<(FormVersion, Added), AddFormError> {
    let files = read(folder)?;
    let findings = lint(&package(&files));
    if !findings.is_empty() {
        return Err(AddFormError::Faults(findings));
    }
    let form = FormVersion::of(&Form::load(&package(&files)).map_err(FormFolderError::Form)?);
    let [schema, ui, about, vi, en] = files;
    let (of, who) = (form.clone(), who.to_owned());
    let package = FormPackage { form, schema, ui, about, vi, en };
    let added =
        change(database, false, move |unit| Box::pin(async move { form::add(unit, &package, &who).await })).await?;
    match added {
        Ok(added) => Ok((of, added)),
        Err(why) => Err(AddFormError::Not(of, why)),
    }
}

/// Makes a version of a form not to be begun any more, also one the product ships: what was begun on it goes on,
/// and the version before is begun again. `Some(false)` when it was so already; none when there is no such
/// version.
///
/// # Errors
/// When the database cannot be opened or written.
pub async fn retire_form(form: &FormVersion, database: &str, who: &str) -> Result<Option<bool>, StartError> {
    let (form, who) = (form.clone(), who.to_owned());
    change(database, false, move |unit| Box::pin(async move { form::retire(unit, &form, &who).await })).await
}

/// A form that there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormLine {
    /// Which one.
    pub form: FormVersion,
    /// When it was added, and by whom; none for one the product ships.
    pub added: Option<(Moment, String)>,
    /// When it was retired, and by whom.
    pub retired: Option<(Moment, String)>,
    /// Whether it is the one that is begun today.
    pub begun: bool,
}

impl FormLine {
    /// As a line of a list.
    pub fn in_words(&self, locale: Locale) -> String {
        let words = Words::of(locale);
        let said = |key: &str, (at, who): &(Moment, String)| {
            let time = at.local().strftime("%H:%M %d/%m/%Y").to_string();
            words.say_with(key, &[("who", who), ("time", &time)])
        };
        let from = self.added.as_ref().map_or_else(|| words.say("form-shipped"), |by| said("form-added-by", by));
        let state = match &self.retired {
            Some(by) => said("form-retired-by", by),
            None if self.begun => words.say("form-begun"),
            None => words.say("form-goes-on"),
        };
        format!("{:<10}  {:>3}  {from}; {state}", self.form.procedure, self.form.version)
    }
}

/// Every form that there is, by code and version.
///
/// # Errors
/// When the database cannot be opened or read.
pub async fn list_forms(database: &str) -> Result<Vec<FormLine>, StartError> {
    let opened = open(database, None, false).await?;
    Ok(form::lines(&mut opened.reads.acquire().await.map_err(StoreError::from)?).await.map_err(StoreError::from)?)
}

fn read(folder: &Path) -> Result<[String; 5], FormFolderError> {
    let mut files = [const { String::new() }; 5];
    for (text, file) in files.iter_mut().zip(PackageFile::ALL) {
        let read = fs::read_to_string(folder.join(file.name()));
        *text = read.map_err(|error| FormFolderError::File(file.name(), error))?;
    }
    Ok(files)
}

fn package([schema, ui, about, vi, en]: &[String; 5]) -> Package<'_> {
    Package { schema, ui, about, words: [vi, en] }
}

fn html(form: &FormPreview, words: &Words) -> String {
    let say = |key: &str| escape(&words.say(key));
    let version = form.version.to_string();
    let title = words.say_with("preview-title", &[("procedure", &form.procedure), ("version", &version)]);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{title}</title><style>\
         body{{font:18px/1.5 'Be Vietnam Pro',system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;\
         background:#f4efe8;color:#241c15}}section{{background:#fff;border:1px solid #d9cfc2;border-radius:12px;\
         padding:1rem 1.5rem;margin:1rem 0}}h1{{font-size:1.6rem}}h3{{margin:.2rem 0}}.field{{border-top:1px solid \
         #e6ddd1;padding:.6rem 0}}.choice{{border:1px solid #8d8377;border-radius:8px;padding:.4rem .8rem;margin:.3rem 0}}\
         .remark,small{{color:#6b5f52;font-size:.85em;display:block}}.name{{float:right;color:#6b5f52;font-size:.8em}}\
         </style></head><body><h1>{title}</h1><h2>{pages}</h2><p>{note}</p>",
        lang = words.locale().tag(),
        title = escape(&title),
        pages = say("preview-pages"),
        note = say("preview-pages-note"),
    );
    for (number, one) in (1..).zip(&form.pages) {
        page(&mut html, number, one, words);
    }
    for (heading, lines) in [("preview-papers", &form.papers), ("preview-fees", &form.fees)] {
        let _ = write!(html, "<h2>{}</h2><section>", say(heading));
        for (name, told) in lines {
            let _ = write!(html, "<div class=\"field\">{}{}</div>", escape(name), remarks(told));
        }
        html.push_str("</section>");
    }
    html.push_str("</body></html>\n");
    html
}

fn page(html: &mut String, number: usize, page: &PagePreview, words: &Words) {
    let small =
        |text: &Option<String>| text.as_ref().map_or_else(String::new, |t| format!("<small>{}</small>", escape(t)));
    let _ = write!(
        html,
        "<section id=\"{name}\"><span class=\"name\">{name}</span>{remarks}<h3>{number}. {title}</h3>{help}",
        name = escape(&page.name),
        remarks = remarks(&page.remarks),
        title = escape(&page.title),
        help = small(&page.help),
    );
    for (note, when) in &page.notes {
        let _ = write!(html, "<p>{}{}</p>", escape(note), remarks(when.as_slice()));
    }
    for field in &page.fields {
        let _ = write!(html, "<div class=\"field\"><b>{}</b>{}", escape(&field.label), small(&field.help));
        for choice in &field.choices {
            let _ = write!(html, "<div class=\"choice\">{}{}</div>", escape(&choice.label), small(&choice.help));
        }
        let _ = write!(html, "{}</div>", remarks(&field.remarks));
    }
    if let Some(paper) = &page.paper {
        let asks = words.say_with("preview-asks-paper", &[("paper", paper)]);
        let _ = write!(html, "<div class=\"field\"><b>{}</b></div>", escape(&asks));
    }
    html.push_str("</section>");
}

fn remarks(remarks: &[String]) -> String {
    remarks.iter().map(|remark| format!("<span class=\"remark\">{}</span>", escape(remark))).collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn shipped(code: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/forms").join(code)
    }

    #[test]
    fn a_folder_is_checked_and_shown_without_anything_to_fetch() {
        assert_eq!(check_form(&shipped("2.000635")).expect("it can be read"), []);
        let html = preview_form(&shipped("2.000635"), Locale::Vi).expect("it can be read");
        assert!(html.contains("Bạn muốn") && html.contains("Chỉ khi: ") && html.ends_with("</html>\n"));
        assert!(!html.contains("<script") && !html.contains("http") && !html.contains("src="));
        let missing = check_form(Path::new(env!("CARGO_MANIFEST_DIR"))).expect_err("no package");
        assert!(missing.to_string().starts_with("schema.json: "), "{missing}");
    }

    #[test]
    fn what_a_package_says_is_shown_and_never_run() {
        let folder = tempfile::tempdir().expect("a folder");
        for file in PackageFile::ALL {
            let text = fs::read_to_string(shipped("2.000635").join(file.name())).expect("it ships");
            let text = text.replace("page-event = ", "page-event = <script>alert(1)</script>");
            fs::write(folder.path().join(file.name()), text).expect("written");
        }
        let found = check_form(folder.path()).expect("it can be read");
        assert!(found.iter().any(|finding| finding.code == "executable" && finding.file == PackageFile::Vi));
        let html = preview_form(folder.path(), Locale::Vi).expect("it can be read");
        assert!(html.contains("&lt;script&gt;") && !html.contains("<script"));
    }
}
