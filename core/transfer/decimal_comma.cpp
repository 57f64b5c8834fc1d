// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/decimal_comma.h"

namespace joinery::transfer {

QByteArray withPoint(QByteArrayView text)
{
    QByteArray number;
    qsizetype at = !text.isEmpty() && (text.front() == '-' || text.front() == '+') ? 1 : 0;
    number.append(text.first(at));
    int digits = 0;        // since the last point
    bool grouped = false, fraction = false;
    for (; at < text.size(); ++at) {
        const char c = text.at(at);
        if (c >= '0' && c <= '9') {
            ++digits;
            number += c;
        } else if (c == '.' && !fraction && (grouped ? digits == 3 : digits >= 1 && digits <= 3)) {
            grouped = true;
            digits = 0;
        } else if (c == ',' && !fraction && digits > 0 && (!grouped || digits == 3)) {
            fraction = true;
            digits = 0;
            number += '.';
        } else {
            return {};
        }
    }
    const bool complete = digits > 0 && (!grouped || fraction || digits == 3);
    return complete ? number : QByteArray();
}

} // namespace joinery::transfer
