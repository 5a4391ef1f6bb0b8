// The proof of one act as a page for people: one file that opens by itself, without scripts and without
// anything from a network. The block in it is what is verified (proof.hpp); the words around it are for
// reading.
#pragma once

#include <string>

#include "archive/proof.hpp"
#include "package/organisation.hpp"
#include "words/language.hpp"

namespace archive {

/// A whole HTML document. `organisation`: for the names of things and the act's sentence; null: ids stand for
/// names. `file`: what the reader may call the file in the command shown.
std::string proof_page(const ActProof& proof, const package::Organisation* organisation,
                       words::Language language, const std::string& file);

/// What the verifier says of a proof, from its block alone: lines, each with its end.
std::string text_of(const Proven& proven, words::Language language);

}  // namespace archive
