// What it costs to make a page: every address of the map of the site, in every language, made anew.
//
//   bench_pages [ORGANISATION=organisations/csto] [ROUNDS=3] [PART-OF-ADDRESS] [SHOWN=10]
//
// Nothing is taken from the pages that the server keeps: each round is another day, and a page of another day
// is made again. What pages of a day share is worked out before and the long lists are made
// (site::long_lists), as the server does when it starts: how long that took is printed, and these lists are
// given as they were kept. The days are those after 21 November 2026, on which the record changes nothing, so
// a page's time is the shortest of its rounds: the machine is shared. CPU time of this one thread, from the
// request to the whole response; sockets are not in it. Prints the worst ten, the median and the 99th
// percentile, and, as a floor of the same run, what it costs to give a kept page. The exit code is 1 where a
// page takes more than 2 ms.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "package/organisation.hpp"
#include "site/site.hpp"

namespace {

constexpr double most_milliseconds_a_page = 2.0;

double cpu_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Page {
    std::string path;
    double made = 1e9;  // milliseconds
    double kept = 1e9;
    std::size_t bytes = 0;
};

http::Request request_for(const std::string& path) {
    http::Request request;
    request.target = path;
    request.path = path;
    return request;
}

// The paths between <loc> and </loc>, without the root.
std::vector<Page> pages_in(std::string_view map, std::string_view root, std::string_view part) {
    std::vector<Page> pages;
    constexpr std::string_view before = "<loc>";
    for (auto at = map.find(before); at != std::string_view::npos; at = map.find(before, at)) {
        at += before.size();
        const auto path = map.substr(at, map.find('<', at) - at).substr(root.size());
        if (path.contains(part)) pages.push_back({.path = std::string(path)});
    }
    return pages;
}

double time_of(const site::Site& site, const Page& page, std::size_t& bytes) {
    const http::Request request = request_for(page.path);
    const double start = cpu_milliseconds();
    const http::Response response = site.answer(request);
    const double taken = cpu_milliseconds() - start;
    if (response.status != 200) {
        std::fprintf(stderr, "%s: status %d\n", page.path.c_str(), response.status);
        std::exit(3);
    }
    bytes = response.body.size();
    return taken;
}

}  // namespace

int main(int argc, char** argv) {
    auto organisation = package::open(argc > 1 ? argv[1] : "organisations/csto");
    if (!organisation) {
        std::fprintf(stderr, "the package has faults\n");
        return 3;
    }
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 3;
    const std::size_t shown = argc > 4 ? static_cast<std::size_t>(std::atoll(argv[4])) : 10;
    const std::string root = "https://depositary.example";
    const base::Day first = *base::Day::read("2026-11-21");
    base::Day today = first;
    const site::Site site(*std::move(organisation), [&today] { return today; }, root);
    std::vector<Page> pages =
        pages_in(site.answer(request_for("/sitemap.xml")).body, root, argc > 3 ? argv[3] : "");
    if (pages.empty()) {
        std::fprintf(stderr, "no such page\n");
        return 3;
    }
    double prepared = 1e9;
    for (int round = 0; round < rounds; ++round) {
        today = base::Day::of_number(first.number() + round);
        const double start = cpu_milliseconds();
        site.prepare();
        prepared = std::min(prepared, cpu_milliseconds() - start);
        for (Page& page : pages) {
            page.made = std::min(page.made, time_of(site, page, page.bytes));
            page.kept = std::min(page.kept, time_of(site, page, page.bytes));
        }
    }

    std::vector<double> kept;
    for (const Page& page : pages) kept.push_back(page.kept);
    std::ranges::sort(kept);
    std::ranges::sort(pages, std::greater(), &Page::made);
    const auto at = [&](std::size_t percent) {
        return pages[(pages.size() - 1) * (100 - percent) / 100].made;
    };
    const auto over =
        std::ranges::count_if(pages, [](const Page& page) { return page.made > most_milliseconds_a_page; });
    std::printf("%zu pages made anew, the shortest of %d rounds\n", pages.size(), rounds);
    for (const Page& page : pages | std::views::take(shown))
        std::printf("  %7.3f ms  %7zu bytes  %s\n", page.made, page.bytes, page.path.c_str());
    std::printf("p50 %.3f ms, p99 %.3f ms; a kept page p50 %.3f ms (made %.0f x kept)\n", at(50), at(99),
                kept[kept.size() / 2], at(50) / kept[kept.size() / 2]);
    std::printf("what pages share and the long lists, made before, once a day: %.3f ms\n", prepared);
    std::printf("over %.0f ms of CPU: %td pages\n", most_milliseconds_a_page, over);
    return over == 0 ? 0 : 1;
}
