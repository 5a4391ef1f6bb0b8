// An hour of a day, as a source gives it: "02:50", or with the zone it names, "19:30+06:00".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// A local time to the minute. Without a zone the source did not say which; nothing is assumed.
class Clock {
public:
    Clock() = default;  // midnight, no zone
    /// "HH:MM", and "+HH:MM", "-HH:MM" or "Z" where a zone is named (the time and offset of RFC 3339).
    static std::optional<Clock> read(std::string_view text);

    int minute_of_day() const { return minutes_; }
    /// Minutes east of UTC.
    std::optional<int> offset() const {
        return offset_ == unnamed ? std::nullopt : std::optional<int>(offset_);
    }
    /// As read; a zone at zero offset is written "Z".
    std::string text() const;

    friend bool operator==(Clock, Clock) = default;

private:
    static constexpr std::int16_t unnamed = INT16_MAX;
    std::int16_t minutes_ = 0;
    std::int16_t offset_ = unnamed;
};

}  // namespace base
