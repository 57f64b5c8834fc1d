// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/driver/value.h"

#include <span>
#include <vector>

namespace joinery::driver::postgresql {

/// Parameters as libpq's arrays. Integers are sent with the smallest type that holds them, which PostgreSQL widens by
/// itself where it must; texts and lexical values with no type, so that the server takes the one that the place asks for.
class BoundParameters
{
public:
    static Result<BoundParameters> from(std::span<const Value> values);

    int count() const { return int(m_types.size()); }
    const quint32 *types() const { return m_types.data(); }
    const char *const *values() const { return m_values.data(); }
    const int *lengths() const { return m_lengths.data(); }
    const int *formats() const { return m_formats.data(); }

private:
    void append(quint32 type, const QByteArray &bytes, bool binary = false);

    std::vector<QByteArray> m_bytes; ///< shared with the values, so that the pointers stay
    std::vector<quint32> m_types;
    std::vector<const char *> m_values;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
};

} // namespace joinery::driver::postgresql
