#include "archive/export_folder.hpp"

#include "archive/fetch.hpp"
#include "archive/files.hpp"

namespace archive {

using Code = ExportFault::Code;

std::expected<void, ExportFault> ExportFolder::write(const std::string& path, std::string_view bytes) {
    const auto written = write_once(root_ / path, bytes);
    if (!written) return std::unexpected(ExportFault{Code::cannot_write, path, written.error()});
    if (*written == Written::differs) return std::unexpected(ExportFault{Code::not_the_same, path, {}});
    for (auto folder = (root_ / path).parent_path(); touched_.insert(folder).second && folder != root_;)
        folder = folder.parent_path();
    return {};
}

std::expected<void, ExportFault> ExportFolder::flush() {
    for (const std::filesystem::path& folder : touched_) {
        const auto flushed = flush_folder(folder);
        if (!flushed)
            return std::unexpected(ExportFault{Code::cannot_write, folder.string(), flushed.error()});
    }
    touched_.clear();
    return {};
}

bool ExportFolder::differs(std::string_view path, const std::string& bytes) const {
    const auto there = from_folder(root_)(path, bytes.size());
    return !there || (*there && **there != bytes);
}

}  // namespace archive
