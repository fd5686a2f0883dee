//! The OpenAPI document: what all routes have in common is added here once.

use axum::Json;
use utoipa::OpenApi;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, ContentBuilder, Ref, RefOr, Required, ResponseBuilder, Schema, schema};

use crate::refusal::ProblemDetails;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Một Cửa central API",
        description = "What kiosks, consoles and boards of a one-stop centre call. Every refusal is a problem \
            (RFC 9457) whose `code` is stable. Every write of a device or of somebody signed in has an \
            `Idempotency-Key`, except for `/v1/devices/status`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    components(schemas(ProblemDetails))
)]
struct Head;

/// The document before the routes are in it.
pub(super) fn head() -> utoipa::openapi::OpenApi {
    let mut document = Head::openapi();
    let scheme = |what: &str| {
        SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(what)).build())
    };
    let components = ComponentsBuilder::from(document.components.take().unwrap_or_default())
        .security_scheme("device", scheme("The token of an enrolled device."))
        .security_scheme("staff", scheme("The token of somebody signed in."));
    document.components = Some(components.build());
    document
}

/// The write that says the same however often it is said.
const WITHOUT_KEY: &str = "/v1/devices/status";

/// Adds to every route the refusals it can give, and to writes their key.
pub(super) fn complete(document: &mut utoipa::openapi::OpenApi) {
    for (path, item) in &mut document.paths.paths {
        let named = path.contains('{');
        let keyed = path != WITHOUT_KEY;
        let operations =
            [(false, &mut item.get), (keyed, &mut item.post), (true, &mut item.put), (true, &mut item.delete)];
        for (keyed, operation) in operations {
            if let Some(operation) = operation {
                describe(operation, keyed, named);
            }
        }
    }
}

fn describe(operation: &mut Operation, keyed: bool, named: bool) {
    let asks = operation.security.is_some();
    let mut refusals = vec![("500", "The server failed."), ("503", "It was not stored, or the server is not ready.")];
    if asks {
        refusals.extend([("401", "No token, or one that is not known."), ("403", "Not for this asker.")]);
    } else if operation.request_body.is_some() {
        refusals.extend([
            ("401", "The account, the password or the signature is wrong."),
            ("403", "The code is wrong or was used."),
            ("429", "Too many wrong passwords: wait."),
        ]);
    }
    if named {
        refusals.push(("404", "There is no such thing."));
    }
    if asks || operation.request_body.is_some() {
        refusals.push(("400", "The body, the query or the key is missing or cannot be read."));
        refusals.push(("422", "It can be read, but not be right; or the key was used for something else."));
    }
    if keyed && asks {
        refusals.push(("409", "It cannot be done as things stand; or the same request is still being carried out."));
        operation.parameters.get_or_insert_default().push(key());
    }
    if operation.request_body.is_some() {
        refusals.extend([
            ("408", "The body took too long to arrive."),
            ("413", "The body is too large."),
            ("415", "The body is of a kind that is not taken."),
        ]);
    }
    for (status, what) in refusals {
        let problem = RefOr::Ref(Ref::from_schema_name("ProblemDetails"));
        let response = ResponseBuilder::new()
            .description(what)
            .content(ProblemDetails::MEDIA_TYPE, ContentBuilder::new().schema(Some(problem)).build());
        operation.responses.responses.insert(status.to_owned(), RefOr::T(response.build()));
    }
}

fn key() -> Parameter {
    ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some("Chosen by the asker, one for each intended effect (1 to 255 characters)."))
        .schema(Some(Schema::Object(schema::Object::with_type(schema::Type::String))))
        .build()
}

/// This document.
#[utoipa::path(get, path = "/v1/openapi.json", tag = "server",
    responses((status = 200, content_type = "application/json", body = Object)))]
pub(crate) async fn document() -> Json<utoipa::openapi::OpenApi> {
    Json(super::openapi())
}
