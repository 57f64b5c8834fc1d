// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace joinery::transfer {

/// A number as people write it where the comma stands before the fraction, as everybody else reads it: 1.234,50 is 1234.50.
/// Null where it is none: points stand between groups of three digits.
QByteArray withPoint(QByteArrayView text);

} // namespace joinery::transfer
