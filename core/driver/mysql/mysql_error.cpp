// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/mysql_error.h"

#include "core/driver/source_position.h"

#include <QRegularExpression>

namespace joinery::driver::mysql {

namespace {

// The parser tells the rest of the text from the mistake on, cut after 80 characters; other errors name an object.
qsizetype placeOf(const QString &message, const QString &sql)
{
    static const QRegularExpression near(QStringLiteral(R"(near '(.*)' at line (\d+)\s*$)"), QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = near.match(message); match.hasMatch()) {
        if (match.captured(1).isEmpty())
            return sql.size();
        return offsetOfFragment(sql, match.captured(1), match.captured(2).toInt());
    }
    static const QRegularExpression object(QStringLiteral(R"(^(?:Unknown column|Table|FUNCTION|PROCEDURE|Unknown table|Unknown database) '?([^' ]+))"));
    if (const auto match = object.match(message); match.hasMatch())
        return offsetOfWord(sql, match.captured(1).section(u'.', -1));
    return -1;
}

} // namespace

ErrorKind kindOf(unsigned int number)
{
    switch (number) {
    case 1062: case 1169: case 1586: case 1859: return ErrorKind::Unique;
    case 1048: case 1364: case 1263: case 1121: case 1138: return ErrorKind::NotNull;
    case 1216: case 1217: case 1451: case 1452: case 1761: case 1762: return ErrorKind::ForeignKey;
    case 3819: case 4025: return ErrorKind::Check;
    case 1064: case 1149: case 1065: case 1582: case 1222: case 1136: return ErrorKind::Syntax;
    case 1146: case 1054: case 1051: case 1109: case 1305: case 1091: case 1072: case 1176: case 1193: case 1128: case 1243:
    case 1008: case 1273: case 1115: case 1360: case 4161: return ErrorKind::Undefined;
    case 1050: case 1060: case 1061: case 1007: case 1304: case 1359: case 1826: case 1396: case 1068: return ErrorKind::Duplicate;
    case 1264: case 1265: case 1366: case 1406: case 1292: case 1365: case 1367: case 1690: case 1411: case 1416: case 1300:
    case 1441: case 1242: case 1241: case 1425: case 1426: case 1427: case 3140: case 3141: case 1153:
    case 4038: return ErrorKind::Data;
    case 1205: case 1099: case 1100: case 1040: case 1203: case 1226: case 3572: case 1223: return ErrorKind::Busy;
    case 1213: case 1020: case 1614: return ErrorKind::Conflict;
    case 1317: return ErrorKind::Cancelled;
    case 1969: case 3024: return ErrorKind::Timeout;
    case 1792: case 1290: case 1836: case 1036: return ErrorKind::ReadOnly;
    case 1045: case 1698: case 1251: case 1275: case 1862: case 1820: case 1524: case 1130: case 1133: case 2059: case 2061:
    case 4151: return ErrorKind::Authentication;
    case 1044: case 1142: case 1143: case 1227: case 1370: case 1410: case 1419: case 1095: return ErrorKind::Permission;
    case 1049: case 1046: return ErrorKind::NoDatabase;
    case 2005: return ErrorKind::NameResolution;
    case 2026: case 3159: case 2007: return ErrorKind::Tls;
    case 2001: case 2002: case 2003: case 2004: case 2006: case 2012: case 2013: case 2055: case 1129: case 1042: case 1043:
    case 1053: case 1077: case 1152: case 1158: case 1159: case 1160: case 1161: case 1184: case 1927: case 4031:
        return ErrorKind::Network;
    case 1004: case 1006: case 1021: case 1026: case 1114: case 1016: case 1017: case 1015: case 1030: return ErrorKind::Io;
    case 1033: case 1034: case 1035: case 1194: case 1195: case 126: case 127: return ErrorKind::Corrupt;
    case 1235: case 1178: case 1286: case 1295: case 1031: case 1112: return ErrorKind::Unsupported;
    default: return ErrorKind::Server;
    }
}

bool isLost(unsigned int number)
{
    switch (number) {
    case 2002: case 2003: case 2006: case 2013: case 2055: case 2014: case 2027: case 1927: case 1053: case 1077: case 4031:
    case 1152: case 1158: case 1159: case 1160: case 1161: return true;
    default: return false;
    }
}

Error errorOf(unsigned int number, const char *sqlState, const QString &message, const QString &sql)
{
    Error error;
    error.kind = kindOf(number);
    error.nativeCode = int(number);
    error.sqlState = QString::fromLatin1(sqlState);
    if (error.sqlState == u"HY000" || error.sqlState == u"00000")
        error.sqlState.clear(); // "general error" says nothing
    error.message = message;
    error.statement = sql;
    error.offset = sql.isEmpty() ? -1 : placeOf(message, sql);
    error.damage = Damage::Statement;
    return error;
}

} // namespace joinery::driver::mysql
