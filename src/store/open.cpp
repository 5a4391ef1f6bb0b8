// Which store an address means.
#include "store/store.hpp"

namespace store {

bool names_a_database(std::string_view address) {
    return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

Expected<std::unique_ptr<Store>> create(const std::string& address) {
    return names_a_database(address) ? create_postgres(address) : create_sqlite(address);
}

Expected<std::unique_ptr<Store>> open(const std::string& address, Mode mode) {
    return names_a_database(address) ? open_postgres(address, mode) : open_sqlite(address, mode);
}

}  // namespace store
