//! What every operation of the API has in common, put into its description: who may ask, and how a
//! problem is told. The routes themselves say it, so that the description cannot say otherwise.

use hoithi_web::{Access, Problem, ProblemRefusal, RouteRow};
use utoipa::PartialSchema;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Components, Content, OpenApi, PathItem, Ref, RefOr, Response, ResponseBuilder};

const BEARER: &str = "bearer";

/// Adds the bearer token and the problems to every operation.
pub(crate) fn complete(api: &mut OpenApi, rows: &[RouteRow]) {
    let components = api.components.get_or_insert_with(Components::new);
    let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer);
    let scheme = scheme.description(Some("the token of POST /api/v1/sessions")).build();
    components.add_security_scheme(BEARER, SecurityScheme::Http(scheme));
    components.schemas.insert("Problem".to_owned(), Problem::schema());
    components.schemas.insert("ProblemRefusal".to_owned(), ProblemRefusal::schema());
    for row in rows {
        let item = api.paths.paths.get_mut(row.path);
        if let Some(operation) = item.and_then(|item| operation_of(item, row.method)) {
            complete_one(operation, row);
        }
    }
}

fn operation_of<'a>(item: &'a mut PathItem, method: &str) -> Option<&'a mut Operation> {
    let operation = match method {
        "GET" => &mut item.get,
        "POST" => &mut item.post,
        "PUT" => &mut item.put,
        "DELETE" => &mut item.delete,
        _ => return None,
    };
    operation.as_mut()
}

fn complete_one(operation: &mut Operation, row: &RouteRow) {
    let mut problems = vec![("422", "refused, with codes")];
    if row.access == Access::Public {
        operation.security = Some(Vec::new());
    } else {
        operation.security = Some(vec![SecurityRequirement::new::<_, [&str; 0], &str>(BEARER, [])]);
        problems.extend([("401", "not signed in"), ("403", "not for this account")]);
    }
    let names_a_thing = row.path.contains('{') || asks_for_edition(operation);
    if names_a_thing {
        problems.push(("404", "not there, or not for this account to know"));
    }
    let responses = &mut operation.responses.responses;
    for (status, response) in responses.iter_mut() {
        if let RefOr::T(response) = response
            && response.description.is_empty()
        {
            words_of(status).clone_into(&mut response.description);
        }
    }
    for (status, words) in problems {
        let response = responses.entry(status.to_owned()).or_insert_with(|| described(words).into());
        if let RefOr::T(response) = response {
            response.content.insert("application/problem+json".to_owned(), problem().into());
        }
    }
}

/// Every answer must be described; most need no more than this.
fn words_of(status: &str) -> &'static str {
    match status {
        "201" => "made",
        "204" => "done",
        _ => "the answer",
    }
}

fn asks_for_edition(operation: &Operation) -> bool {
    operation.parameters.iter().flatten().any(|each| matches!(each, RefOr::T(each) if each.name == "edition"))
}

fn described(words: &str) -> Response {
    ResponseBuilder::new().description(words).build()
}

fn problem() -> Content {
    Content::new(Some(Ref::from_schema_name("Problem")))
}
