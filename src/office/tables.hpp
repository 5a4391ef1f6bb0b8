// Answers as tables of rows and columns, for spreadsheets and programs. The columns are the same for ever
// and in every language; docs/tables.md says what each holds. Ids stand beside names, days as the record
// has them (EDTF), and what is not on record is an empty cell.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "law/inquiry.hpp"
#include "office/csv.hpp"
#include "office/letterhead.hpp"
#include "questions/citing.hpp"
#include "questions/history.hpp"
#include "questions/question.hpp"

namespace office {

/// A row for every spell of every state's membership.
CsvTable members_table(const words::Names& names, std::span<const questions::StateHistory> histories);
/// The answer to `chairs`: a row for every term, those to come among them.
CsvTable chairs_table(const words::Names& names, const questions::Answer& chairs);
/// Answers to `session`, a row each.
CsvTable sessions_table(const words::Names& names, std::span<const questions::Answer> sessions);
/// Of the same answers a row for every paper adopted.
CsvTable papers_table(const words::Names& names, std::span<const questions::Answer> sessions);
/// The answer to `documents`: a row for every paper or draft.
CsvTable documents_table(const words::Names& names, const questions::Answer& documents);
/// An answer to `session`: a row for every member.
CsvTable attendance_table(const words::Names& names, const questions::Answer& session);
/// Answers to `holder`, a row each; one for every side where it depends.
CsvTable posts_table(const words::Names& names, std::span<const questions::Answer> holders);
/// `citing`: how many known entries cite each source, by its id.
CsvTable sources_table(const Letterhead& head, const questions::Citing& citing);
/// A row for everyone who holds a side of a dispute.
CsvTable differences_table(const words::Names& names, std::span<const law::DisputeTold> disputes);
/// A row for every rule of the rulebook.
CsvTable rulebook_table(const words::Names& names);
/// The answer to `gaps`.
CsvTable gaps_table(const words::Names& names, const questions::Answer& gaps);
/// The answer to `timeline`.
CsvTable timeline_table(const words::Names& names, const questions::Answer& timeline);

}  // namespace office
