using System.Text;

namespace GaitSense.Recording.Import.Tables;

/// <summary>
/// Times as people and programs write them: <c>2024-05-01T10:00:00.010Z</c>, <c>01.05.2024 10:00:00,010</c>, <c>10:00:00.010 PM</c>, <c>00:01.5</c>. The fraction may have a point or
/// a comma; <c>10:00:00:010</c> has milliseconds after a colon. Nothing is allocated for a field.
/// </summary>
/// <param name="Micros">Microseconds: with a date since 1970, else since midnight, else since the hour began.</param>
/// <param name="Form">Which of these.</param>
/// <param name="HasZone">Whether it states its distance from UTC, which is then taken out.</param>
internal readonly record struct TimeText(long Micros, TimeForm Form, bool HasZone)
{
    private const long Second = 1_000_000, Day = 86_400 * Second;
    private const int MaxLength = 48;
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a text; null where it is no time.</summary>
    public static TimeText? Of(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8.Trim(" \t\"'"u8);
        if (utf8.Length is < 4 or > MaxLength || utf8.IndexOf((byte)':') < 0) return null;
        Span<char> text = stackalloc char[MaxLength];
        if (!Ascii.IsValid(utf8)) return null;
        for (int i = 0; i < utf8.Length; i++) text[i] = (char)utf8[i];
        return Of((ReadOnlySpan<char>)text[..utf8.Length]);
    }

    /// <summary>Reads a text; null where it is no time.</summary>
    public static TimeText? Of(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        int colon = text.IndexOf(':');
        if (colon < 1 || text.Length > MaxLength) return null;
        // The clock begins with the digits before its first colon; the date is whatever stands before them.
        int start = colon;
        while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
        if (colon - start is < 1 or > 2) return null;
        ReadOnlySpan<char> date = text[..start].TrimEnd(" T_,");
        if (!TryClock(text[start..], out long clock, out bool isOfHour, out long? zone)) return null;
        if (date.IsEmpty) return new TimeText(clock, isOfHour ? TimeForm.OfHour : TimeForm.OfDay, false);
        if (isOfHour) return null;
        return TryDate(date, out long? days) switch
        {
            false => null,
            // 03/04/2024 is a day of March or of April: the clock is certain all the same.
            true when days is null => new TimeText(clock, TimeForm.OfDay, false),
            true => new TimeText((days!.Value * Day) + clock - (zone ?? 0), TimeForm.OfCalendar, zone is not null),
        };
    }

    private static bool TryClock(ReadOnlySpan<char> text, out long micros, out bool isOfHour, out long? zone)
    {
        (micros, isOfHour, zone) = (0, false, null);
        Span<int> parts = stackalloc int[3];
        int at = 0, count = 0;
        long fraction = 0;
        while (count < 3)
        {
            int digits = Digits(text[at..], out int value);
            if (digits is < 1 or > 2) return false;
            parts[count++] = value;
            at += digits;
            if (at < text.Length && text[at] == ':' && count < 3) at++;
            else break;
        }

        if (count < 2) return false;
        if (at < text.Length && (text[at] is '.' or ',' || (text[at] == ':' && count == 3)))
        {
            int digits = 0;
            for (at++; at < text.Length && char.IsAsciiDigit(text[at]); at++, digits++)
                if (digits < 6) fraction = (fraction * 10) + (text[at] - '0');
            if (digits == 0) return false;
            for (; digits < 6; digits++) fraction *= 10;
        }

        ReadOnlySpan<char> rest = text[at..].Trim();
        isOfHour = count == 2;
        int hour = isOfHour ? 0 : parts[0], minute = isOfHour ? parts[0] : parts[1], second = isOfHour ? parts[1] : parts[2];
        if (rest.Equals("am", StringComparison.OrdinalIgnoreCase) || rest.Equals("pm", StringComparison.OrdinalIgnoreCase))
        {
            if (isOfHour || hour is < 1 or > 12) return false;
            hour = (hour % 12) + (rest[0] is 'p' or 'P' ? 12 : 0);
            rest = [];
        }

        if (hour > 23 || minute > 59 || second > 60 || !TryZone(rest, out zone)) return false;
        micros = ((((hour * 60L) + minute) * 60) + second) * Second + fraction;
        return true;
    }

    private static bool TryZone(ReadOnlySpan<char> text, out long? zone)
    {
        zone = null;
        if (text.IsEmpty) return true;
        if (text.Equals("z", StringComparison.OrdinalIgnoreCase) || text.Equals("utc", StringComparison.OrdinalIgnoreCase) || text.Equals("gmt", StringComparison.OrdinalIgnoreCase))
        {
            zone = 0;
            return true;
        }

        if (text[0] is not ('+' or '-')) return false;
        int hours = Digits(text[1..], out int value);
        int minutes = 0;
        ReadOnlySpan<char> rest = text[(1 + hours)..];
        if (hours == 4) (value, minutes) = (value / 100, value % 100);
        else if (hours == 2 && rest is [':', ..] && Digits(rest[1..], out minutes) == 2) rest = rest[3..];
        else if (hours != 2) return false;
        if (hours == 4 ? !rest.IsEmpty : rest.Length > 0) return false;
        if (value > 14 || minutes > 59) return false;
        zone = (text[0] == '-' ? -1 : 1) * ((value * 60L) + minutes) * 60 * Second;
        return true;
    }

    // Year first, or a day and a month that cannot be confused. A day that could be a month leaves the days null.
    private static bool TryDate(ReadOnlySpan<char> text, out long? days)
    {
        days = null;
        if (text.Length == 8 && Digits(text, out int packed) == 8) return TryDays(packed / 10_000, packed / 100 % 100, packed % 100, out days);
        int first = text.IndexOfAny("-/. ");
        if (first < 1) return false;
        char separator = text[first];
        ReadOnlySpan<char> rest = text[(first + 1)..];
        int second = rest.IndexOf(separator);
        if (second < 1) return false;
        ReadOnlySpan<char> a = text[..first], b = rest[..second], c = rest[(second + 1)..];
        if (Digits(c, out int z) != c.Length || Digits(a, out int x) != a.Length) return false;
        if (Digits(b, out int y) != b.Length)
        {
            int month = MonthOf(b);
            return month > 0 && c.Length == 4 && TryDays(z, month, x, out days);
        }

        if (a.Length == 4) return TryDays(x, y, z, out days);
        if (c.Length != 4 || x is < 1 or > 31 || y is < 1 or > 31 || (x > 12 && y > 12)) return false;
        if (separator == '.' || x > 12) return TryDays(z, y, x, out days); // 01.05.2024 has the day first wherever it is written
        if (y > 12 || x == y) return TryDays(z, x, y, out days);
        return true;
    }

    private static int MonthOf(ReadOnlySpan<char> name)
    {
        if (name.Length < 3) return 0;
        for (int i = 0; i < Months.Length; i++)
            if (name[..3].Equals(Months[i], StringComparison.OrdinalIgnoreCase)) return i + 1;
        return 0;
    }

    private static bool TryDays(int year, int month, int day, out long? days)
    {
        days = null;
        if (year is < 1970 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        days = (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).Days;
        return true;
    }

    private static int Digits(ReadOnlySpan<char> text, out int value)
    {
        int n = 0;
        value = 0;
        for (; n < text.Length && n < 9 && char.IsAsciiDigit(text[n]); n++) value = (value * 10) + (text[n] - '0');
        return n;
    }
}
