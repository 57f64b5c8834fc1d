// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation/operation.h"

namespace joinery::ui {

/// One line in the language of the window: "rename column book.writer_id to author_id". In English it is what
/// operation::describe says.
QString operationText(const operation::Operation &operation);

/// What an operation destroys that loses data: "column book.price with its values".
QString lossText(const operation::Operation &operation);

} // namespace joinery::ui
