#include "words/vocabulary.hpp"

#include <functional>
#include <set>

#include <gtest/gtest.h>

#include "words/acts_said.hpp"
#include "words/sample.hpp"

namespace words {
namespace {

bool has_cyrillic(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) == 0xD0 || static_cast<unsigned char>(c) == 0xD1) return true;
    }
    return false;
}

// English words hold no Cyrillic, Russian words some; two values of one list are never called the same.
template <class E> void expect_words(std::initializer_list<E> values) {
    std::set<std::string_view> english, russian;
    for (const E value : values) {
        const auto en = say(Language::en, value);
        const auto ru = say(Language::ru, value);
        EXPECT_FALSE(has_cyrillic(en)) << en;
        EXPECT_TRUE(has_cyrillic(ru)) << ru;
        EXPECT_TRUE(english.insert(en).second) << en;
        EXPECT_TRUE(russian.insert(ru).second) << ru;
    }
}

template <acts::Named E> void expect_all_words() {
    std::set<std::string_view> english, russian;
    for (const std::string_view name : acts::NamesOf<E>::names) {
        const auto en = say_named<E>(Language::en, name);
        const auto ru = say_named<E>(Language::ru, name);
        EXPECT_FALSE(en.empty() || has_cyrillic(en)) << name;
        EXPECT_TRUE(has_cyrillic(ru)) << name;
        EXPECT_TRUE(english.insert(en).second) << en;
        EXPECT_TRUE(russian.insert(ru).second) << ru;
    }
    EXPECT_TRUE(say_named<E>(Language::en, "no-such-word").empty());
}

TEST(Vocabulary, HasAWordForEveryValue) {
    expect_all_words<acts::Stance>();
    expect_all_words<acts::PaperKind>();
    expect_all_words<acts::SessionKind>();
    expect_all_words<acts::Mode>();
    expect_all_words<acts::Format>();
    expect_all_words<acts::Step>();
    expect_all_words<acts::HandOver>();
    expect_all_words<acts::Certainty>();
    expect_all_words<acts::Outcome>();
    expect_all_words<acts::Ruling>();
    expect_all_words<acts::Counted>();
    using law::Standing;
    expect_words({Standing::settled, Standing::imprecise, Standing::depends, Standing::not_on_record});
    using base::Support;
    expect_words({Support::official, Support::reported, Support::inferred, Support::unverified});
    using Was = law::Attendance::Was;
    expect_words({Was::present, Was::absent, Was::not_on_record});
    using Is = law::Membership::Is;
    expect_words({Is::never, Is::signatory, Is::member, Is::suspended, Is::ended});
    using law::Outcome;
    expect_words(
        {Outcome::not_read, Outcome::not_open, Outcome::no_quorum, Outcome::adopted, Outcome::not_adopted});
    EXPECT_EQ(standing_named(Language::en, "not_on_record"), "not on record");
    EXPECT_EQ(status_named(Language::ru, "member"), "член");
    EXPECT_EQ(attendance_named(Language::en, "absent"), "absent");
    EXPECT_EQ(support_named(Language::ru, "inferred"), "выведено");
    EXPECT_TRUE(standing_named(Language::en, "").empty());
}

template <std::size_t... I>
void each_kind(std::index_sequence<I...>,
               const std::function<void(const acts::Content&, std::string_view)>& see) {
    (see(acts::Content(std::variant_alternative_t<I, acts::Content>{}),
         std::variant_alternative_t<I, acts::Content>::kind),
     ...);
}

TEST(Acts, EveryKindHasItsNameAndItsDescription) {
    const sample::Sample sample;
    const Names en = sample.names(Language::en);
    const Names ru = sample.names(Language::ru);
    each_kind(std::make_index_sequence<std::variant_size_v<acts::Content>>(),
              [&](const acts::Content& content, std::string_view kind) {
                  SCOPED_TRACE(kind);
                  EXPECT_FALSE(act_kind(Language::en, kind).empty());
                  EXPECT_TRUE(has_cyrillic(act_kind(Language::ru, kind)));
                  acts::Act act{.id = base::ActId::of("bare"),
                                .on = base::Date::of(base::Day::first()),
                                .place = {},
                                .event = {},
                                .cites = {},
                                .sources = {},
                                .content = content};
                  EXPECT_NE(describe(act, en), kind);  // an act without any content still has its words
                  EXPECT_TRUE(has_cyrillic(describe(act, ru)));
              });
    EXPECT_TRUE(act_kind(Language::en, "no-such-kind").empty());
    EXPECT_EQ(describe("no-such-kind", {}, en), "no-such-kind");
    EXPECT_EQ(en.act("pass-1"), "the chair of the Council passes from Armenia to Belarus");
    EXPECT_EQ(ru.act("adopted-1"), "документ «Декларация „О мире“» принят Советом");
}

}  // namespace
}  // namespace words
