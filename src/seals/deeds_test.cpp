// Who may seal what without the registry: its own deeds, and nothing that is done to it.
#include "seals/deeds.hpp"

#include <string>

#include <gtest/gtest.h>

namespace seals {
namespace {

base::Value act(std::string kind, base::Object about) {
    return base::Value(base::Object{{"about", std::move(about)}, {"kind", std::move(kind)}});
}

TEST(Deeds, OfAMember) {
    for (const char* kind :
         {"signed", "deposited", "position-taken", "left", "withdrawal-notified", "stated"}) {
        EXPECT_TRUE(is_deed_of(act(kind, {{"member", "atlantis"}}), "atlantis")) << kind;
        EXPECT_FALSE(is_deed_of(act(kind, {{"member", "lemuria"}}), "atlantis")) << kind;
        EXPECT_FALSE(is_deed_of(act(kind, {{"person", "atlantis"}}), "atlantis")) << kind;
    }
    EXPECT_TRUE(is_deed_of(act("invited", {{"by_member", "atlantis"}, {"member", "lemuria"}}), "atlantis"));
    EXPECT_FALSE(is_deed_of(act("invited", {{"by_member", "atlantis"}, {"member", "lemuria"}}), "lemuria"));
}

TEST(Deeds, WhatIsDoneToAMemberOrToldOfItIsNotItsOwn) {
    for (const char* kind : {"admitted",
                             "membership-restored",
                             "membership-suspended",
                             "participation-suspended",
                             "participation-restored",
                             "excluded",
                             "vote-taken-away",
                             "vote-given-back",
                             "share-stated",
                             "payment-reported",
                             "quota-distributed",
                             "chairmanship-passes",
                             "chair-attested",
                             "handed-over",
                             "appointed",
                             "acting",
                             "attested",
                             "present",
                             "absent",
                             "not-signed",
                             "annulled",
                             "difference-noted",
                             "no-such-kind",
                             ""}) {
        EXPECT_FALSE(is_deed_of(act(kind, {{"member", "atlantis"}}), "atlantis")) << kind;
    }
}

TEST(Deeds, OfABody) {
    for (const char* kind :
         {"adopted", "not-adopted", "held", "elected-chair", "vote-given-back", "stated"}) {
        EXPECT_TRUE(is_deed_of(act(kind, {{"body", "council"}, {"member", "atlantis"}}), "council")) << kind;
        EXPECT_FALSE(is_deed_of(act(kind, {{"body", "assembly"}, {"member", "atlantis"}}), "council"))
            << kind;
    }
    for (const char* kind : {"signed", "position-taken", "body-established", "chairmanship-passes"})
        EXPECT_FALSE(is_deed_of(act(kind, {{"body", "council"}}), "council")) << kind;
}

TEST(Deeds, OfNobodyWhereNobodyIsNamed) {
    EXPECT_FALSE(is_deed_of(act("left", {}), ""));
    EXPECT_FALSE(is_deed_of(base::Value(base::Object{{"kind", "left"}}), "atlantis"));
    EXPECT_FALSE(is_deed_of(base::Value(), "atlantis"));
    EXPECT_FALSE(is_deed("admitted"));
    EXPECT_TRUE(is_deed("adopted"));
}

}  // namespace
}  // namespace seals
