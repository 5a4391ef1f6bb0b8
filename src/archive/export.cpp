#include "archive/export.hpp"

#include <array>
#include <limits>
#include <utility>

#include "archive/export_folder.hpp"

namespace archive {
namespace {

using Code = ExportFault::Code;

}  // namespace

std::string_view name_of(Code code) {
    constexpr std::array<std::string_view, 3> names{"store", "not_the_same", "cannot_write"};
    return names[static_cast<std::size_t>(code)];
}

std::expected<Exported, ExportFault> export_log(const store::Store& store,
                                                const std::filesystem::path& folder,
                                                const ExportOptions& options) {
    auto layout = layout_of(store);
    if (!layout) return std::unexpected(ExportFault{Code::store, {}, layout.error().problem});
    const std::vector<std::string> paths = paths_of(*layout);
    Exported exported{.checkpoint = layout->checkpoint, .entries = layout->size()};
    ExportFolder out(folder);
    if (out.differs(checkpoint_file, layout->note))
        return std::unexpected(ExportFault{Code::not_the_same, std::string(checkpoint_file), {}});

    const Fetch fetch = from_store(store, std::move(*layout));
    for (const std::string& path : paths) {
        const auto bytes = fetch(path, std::numeric_limits<std::size_t>::max());
        if (!bytes) return std::unexpected(ExportFault{Code::store, path, bytes.error()});
        if (!*bytes) return std::unexpected(ExportFault{Code::store, path, "it is not in the store"});
        if (path == checkpoint_file) {
            if (auto flushed = out.flush(); !flushed) return std::unexpected(std::move(flushed.error()));
        }
        if (auto written = out.write(path, **bytes); !written)
            return std::unexpected(std::move(written.error()));
        ++exported.files;
        exported.bytes += (*bytes)->size();
        if (options.progress) options.progress(exported.files, paths.size());
    }
    if (auto flushed = out.flush(); !flushed) return std::unexpected(std::move(flushed.error()));
    return exported;
}

}  // namespace archive
