// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFile>

#include <memory>

namespace joinery::cli {

/// A file for reading that can be read more than once; - is stdin, which goes into a temporary file first.
Result<std::unique_ptr<QFile>> openInput(const QString &path);

} // namespace joinery::cli
