// The page /documents: papers and drafts by the conditions of its form.
#pragma once

#include "site/content.hpp"

namespace site {

Content documents(Asking& asking);
/// The table of the papers that answer the conditions.
office::CsvTable documents_csv(Asking& asking);

}  // namespace site
