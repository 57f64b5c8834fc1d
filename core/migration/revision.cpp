// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/revision.h"

#include "core/base/uid.h"

#include <QRegularExpression>

namespace joinery::migration {

bool operator==(const Revision &, const Revision &) = default;

QString Revision::newId()
{
    return Uid::create().toString().right(12);
}

QString Revision::fileStem() const
{
    // Alembic's rule: the words of the message joined by '_', cut at a word where they are more than 40 characters.
    static const QRegularExpression kWord(QStringLiteral("\\w+"), QRegularExpression::UseUnicodePropertiesOption);
    QString slug;
    for (auto it = kWord.globalMatch(message.toLower()); it.hasNext();) {
        const QString word = it.next().captured();
        const QString longer = slug.isEmpty() ? word : QString(slug + u'_' + word);
        if (longer.size() > 40)
            break;
        slug = longer;
    }
    return slug.isEmpty() ? id : QString(id + u'_' + slug);
}

} // namespace joinery::migration
