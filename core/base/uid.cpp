// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uid.h"

namespace joinery {

Uid Uid::fromString(const QString &text)
{
    const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
    return text.size() == 32 && bytes.size() == 16 ? Uid(QUuid::fromRfc4122(bytes)) : Uid();
}

QString Uid::toString() const
{
    return isNull() ? QString() : QString::fromLatin1(m_uuid.toRfc4122().toHex());
}

} // namespace joinery
