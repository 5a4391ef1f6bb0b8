// What is packed comes back; what is cut off anywhere is not good, and nothing is read beyond its end.
#include "base/packed.hpp"

#include <optional>

#include <gtest/gtest.h>

#include "base/day.hpp"

namespace base {
namespace {

struct Row {
    std::uint32_t a;
    std::uint16_t b;
    friend bool operator==(const Row&, const Row&) = default;
};

std::string packed() {
    std::string bytes;
    Packing to([&bytes](std::string_view more) { bytes += more; });
    to.put(std::uint64_t{7});
    to.put(std::vector<Row>{{1, 2}, {3, 4}});
    to.put(std::vector<Row>());
    to.put(std::string("text"));
    to.put(Day::of_number(-3));
    to.put(std::optional<std::uint32_t>(9));
    to.put_bytes("end");
    return bytes;
}

bool reads(std::string_view bytes) {
    Unpacking from(bytes);
    const bool same = from.one<std::uint64_t>() == 7 &&
                      from.list<Row>() == std::vector<Row>{{1, 2}, {3, 4}} && from.list<Row>().empty() &&
                      from.text() == "text" && from.one<Day>() == Day::of_number(-3) &&
                      from.one<std::optional<std::uint32_t>>() == 9u && from.bytes(3) == "end";
    return same && from.done();
}

TEST(Packed, ComesBack) { EXPECT_TRUE(reads(packed())); }

TEST(Packed, CutOffAnywhereIsNotGood) {
    const std::string bytes = packed();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(reads(bytes.substr(0, size))) << size;
    EXPECT_FALSE(reads(bytes + "x"));
}

TEST(Packed, NumberOfItemsBeyondTheEndAllocatesNothing) {
    std::string bytes;
    Packing([&bytes](std::string_view more) { bytes += more; }).put(~std::uint64_t{0});
    Unpacking list(bytes), text(bytes);
    EXPECT_TRUE(list.list<Row>().empty());
    EXPECT_FALSE(list.good());
    EXPECT_TRUE(text.text().empty());
    EXPECT_FALSE(text.good());
    EXPECT_EQ(text.one<std::uint32_t>(), 0u);  // from then on everything is empty
}

}  // namespace
}  // namespace base
