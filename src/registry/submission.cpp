#include "registry/submission.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/base64.hpp"
#include "merkle/checkpoint.hpp"

namespace registry {
namespace {

constexpr std::string_view header = "depositary/submission@v1\n";

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    for (;;) {
        const auto space = line.find(' ');
        words.push_back(line.substr(0, space));
        if (space == std::string_view::npos) return words;
        line.remove_prefix(space + 1);
    }
}

bool is_media_type(std::string_view text) {
    constexpr std::size_t longest = 100;
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '+' || c == '-' ||
               c == '/';
    };
    return !text.empty() && text.size() <= longest && std::ranges::all_of(text, letter) &&
           std::ranges::count(text, '/') == 1;
}

}  // namespace

std::string_view name_of(SubmissionFault fault) {
    constexpr std::array<std::string_view, 6> names{"too_long", "bad_header", "bad_length",
                                                    "bad_type", "bad_salt",   "too_many"};
    return names[static_cast<std::size_t>(fault)];
}

std::expected<Submission, SubmissionFault> read_submission(std::string_view bytes) {
    const auto fail = [](SubmissionFault fault) { return std::unexpected(fault); };
    if (bytes.size() > longest_submission) return fail(SubmissionFault::too_long);
    if (bytes.starts_with('{')) return Submission{std::string(bytes), {}, {}, {}};
    if (!bytes.starts_with(header)) return fail(SubmissionFault::bad_header);
    bytes.remove_prefix(header.size());

    Submission made;
    std::vector<std::uint64_t> lengths;
    bool entry_given = false;
    for (;;) {
        const auto end = bytes.find('\n');
        if (end == std::string_view::npos) return fail(SubmissionFault::bad_header);
        const auto words = words_of(bytes.substr(0, end));
        bytes.remove_prefix(end + 1);
        if (words.size() == 1 && words.front().empty()) break;
        const auto length = merkle::read_decimal(words.back());
        if (!length || *length > longest_submission) return fail(SubmissionFault::bad_length);
        if (!entry_given) {
            if (words.size() != 2 || words[0] != "entry") return fail(SubmissionFault::bad_header);
            entry_given = true;
        } else if (words.size() == 3 && words[0] == "file") {
            if (!is_media_type(words[1])) return fail(SubmissionFault::bad_type);
            made.files.push_back({.sha256 = {}, .media_type = std::string(words[1]), .bytes = {}});
        } else if (words.size() == 4 && words[0] == "annex") {
            if (!is_media_type(words[1])) return fail(SubmissionFault::bad_type);
            auto salt = base::read_base64(words[2]);
            if (!salt || salt->size() != seals::salt_bytes) return fail(SubmissionFault::bad_salt);
            // Annexes follow the files, so that lengths and parts stand in one order.
            made.annexes.push_back({.commitment = {},
                                    .salt = std::move(*salt),
                                    .media_type = std::string(words[1]),
                                    .bytes = {}});
        } else {
            return fail(SubmissionFault::bad_header);
        }
        if (words[0] == "file" && !made.annexes.empty()) return fail(SubmissionFault::bad_header);
        if (lengths.size() > seals::most_files + 1) return fail(SubmissionFault::too_many);
        lengths.push_back(*length);
    }
    if (!entry_given) return fail(SubmissionFault::bad_header);
    std::size_t next = 0;
    const auto take = [&](std::string& into) {
        const std::uint64_t length = lengths[next++];
        if (length > bytes.size()) return false;
        into = std::string(bytes.substr(0, length));
        bytes.remove_prefix(length);
        return true;
    };
    if (!take(made.entry)) return fail(SubmissionFault::bad_length);
    for (store::File& file : made.files) {
        if (!take(file.bytes)) return fail(SubmissionFault::bad_length);
        file.sha256 = merkle::sha256(file.bytes);
    }
    for (store::Annex& annex : made.annexes) {
        if (!take(annex.bytes)) return fail(SubmissionFault::bad_length);
        annex.commitment = seals::commitment_of(annex.salt, annex.bytes);
    }
    if (!bytes.empty()) return fail(SubmissionFault::bad_length);
    return made;
}

std::string write_submission(const Submission& submission) {
    if (submission.files.empty() && submission.annexes.empty()) return submission.entry;
    std::string head(header);
    std::string body = submission.entry;
    head += "entry " + std::to_string(submission.entry.size()) + "\n";
    for (const store::File& file : submission.files) {
        head += "file " + file.media_type + " " + std::to_string(file.bytes.size()) + "\n";
        body += file.bytes;
    }
    for (const store::Annex& annex : submission.annexes) {
        head += "annex " + annex.media_type + " " + base::base64(annex.salt) + " " +
                std::to_string(annex.bytes.size()) + "\n";
        body += annex.bytes;
    }
    return head + "\n" + body;
}

}  // namespace registry
