#include "site/bodies.hpp"

#include "pages/body_page.hpp"

namespace site {

Content body(Asking& asking, const std::string& id) {
    const questions::Answer& answer = asking.ask("body", {{"body", id}});
    const questions::Answer& gaps = asking.ask_on(asking.view().on, "gaps");
    pages::BodyPage page{.body = answer, .gaps = gaps};
    const rulebook::Body* declared = asking.rules().find(base::BodyId::of(id));
    if (declared && declared->chair != rulebook::ChairBy::none)
        page.chair = asking.ask("chair", {{"body", id}});
    return {.title = words::capitalised(asking.names().body(id)),
            .main = pages::body_page(asking.setting(), page),
            .section = {},
            .feed = {"bodies", id, "feed.atom"}};
}

}  // namespace site
