// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/session.h"

namespace joinery::session {

/// Reads the relationships of a path ("posts.tags") for all these records, some hundreds with each statement. What is there
/// already stays as it is.
Status loadRelated(Session &session, const Entity &entity, std::vector<RecordPtr> records, const QString &path);

} // namespace joinery::session
