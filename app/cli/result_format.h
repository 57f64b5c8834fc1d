// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/row_writer.h"

#include <QStringList>

#include <memory>

namespace joinery::cli {

/// "csv", "tsv", "json", "ndjson": what a program reads.
const QStringList &dataFormats();

/// A writer for one of dataFormats() or "table"; `null` is the text that stands for NULL in csv and tsv.
std::unique_ptr<transfer::RowWriter> makeRowWriter(const QString &format, QIODevice &device, const QString &null = {});

} // namespace joinery::cli
