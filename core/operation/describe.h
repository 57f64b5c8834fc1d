// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation/operation.h"

namespace joinery::operation {

/// One line for people in the field's words, in English: "rename column book.writer_id to author_id". The interface
/// translates from the pieces.
QString describe(const Operation &operation);

/// What an operation destroys that loses data: "column book.price with its values".
QString describeLoss(const Operation &operation);

/// "rename_column": the stable word in JSON, findings and answers.
QString kind(const Operation &operation);

} // namespace joinery::operation
