// The description of this interface for programs: OpenAPI 3.1, made from the lists by which the server finds
// pages, papers and questions. Nothing is listed here that is not listed there.
#pragma once

#include <span>
#include <string_view>

#include "base/value.hpp"
#include "site/asking.hpp"

namespace site {

/// An address that is the same in every language: "/sitemap.xml".
struct FixedAddress {
    std::string_view path;
    std::string_view media_type;  // empty: a redirection
    std::string_view says;
    int status = 200;
};

/// `asking`: of the first language, for today; examples of names are taken from its view.
base::Value openapi(const Asking& asking, std::span<const FixedAddress> fixed);
/// The JSON Schema of a question's answer under its own address.
base::Value answer_schema(const Asking& asking, const questions::Question& question);

}  // namespace site
