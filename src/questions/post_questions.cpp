// holder, posts: who holds a post.
#include "law/holder.hpp"
#include "questions/done_by.hpp"
#include "questions/near.hpp"
#include "questions/posts.hpp"
#include "questions/rows.hpp"

namespace questions {

law::Conclusion holder_on(const record::View& view, const rulebook::Post& post) {
    return law::conclude(view, [&](law::Inquiry& inquiry) {
        auto found = law::holder(inquiry, post, view.on);
        law::Leaf leaf;
        leaf.on_record = found.value.on_record;
        base::Object object{{"post", post.post}};
        if (found.value.on_record) {
            object.emplace("person", found.value.person);
            object.emplace("member", or_null(found.value.member));
            object.emplace("acting", found.value.acting);
            object.emplace("since", or_null(found.value.since));
            object.emplace("until", or_null(found.value.until));
        } else {
            leaf.settled_by = "a-source-that-names-the-holder";
        }
        leaf.answer = std::move(object);
        put_reason<acts::Appointed>(inquiry, std::move(found.reason), leaf);
        return leaf;
    });
}

base::Object post_row(const record::View& view, const rulebook::Post& post) {
    const law::Conclusion conclusion = holder_on(view, post);
    base::Object row{{"post", post.post},
                     {"standing", law::standing_name(conclusion.standing)},
                     {"on_record", conclusion.standing == law::Standing::settled},
                     {"person", conclusion.answer["person"]},
                     {"member", conclusion.answer["member"]},
                     {"rests_on", base::support_name(conclusion.rests_on)}};
    if (post.body) row.emplace("body", post.body);
    if (base::Value beside = near_of(view, conclusion); !beside.is_null())
        row.emplace("near", std::move(beside));
    return row;
}

void answer_holder(const record::View& view, Answer& answer) {
    answer.conclusion = holder_on(view, *view.rulebook.find(parameter<base::PostId>(answer, "post")));
}

void answer_posts(const record::View& view, Answer& answer) {
    base::List rows;
    for (const rulebook::Post& post : view.rulebook.posts) {
        if (view.rulebook.applies(post, view.on)) rows.emplace_back(post_row(view, post));
    }
    const bool any = !rows.empty();
    base::Object object{{"count", rows.size()}, {"posts", std::move(rows)}};
    conclude_rows(answer, std::move(object), any);
}

}  // namespace questions
