namespace GaitSense.Clinic.Tests;

/// <summary>What attackers write where words are asked for. Every test that puts words in and looks what comes out takes these.</summary>
internal static class Payloads
{
    /// <summary>Words that a page must not run.</summary>
    public static readonly string[] Scripts =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</title><svg onload=alert(1)>",
        "javascript:alert(1)",
        "{{constructor.constructor('alert(1)')()}}",
        "</style><script>alert(1)</script>",
    ];

    /// <summary>Words that a table's program must not compute.</summary>
    public static readonly string[] Formulas = ["=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "\r=1+1"];

    /// <summary>Paths that must not lead anywhere.</summary>
    public static readonly string[] Paths = ["../../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/passwd", "%2e%2e%2fetc%2fpasswd", "....//....//etc/passwd", "C:\\secret", "\0"];

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => [.. Scripts, .. Formulas, .. Paths];
}
