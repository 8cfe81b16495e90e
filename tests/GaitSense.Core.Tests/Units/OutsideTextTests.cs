namespace GaitSense.Core.Tests;

/// <summary>What came from outside and goes on to a line or a table is text, and does nothing there.</summary>
public sealed class OutsideTextTests
{
    [Theory]
    [InlineData("left foot", "left foot"), InlineData(" ~", " ~"), InlineData("Fuß, 40 °", "Fuß, 40 °")]
    [InlineData("a\u001b[2Jb", "a?[2Jb"), InlineData("a\r\nb", "a??b"), InlineData("a\tb", "a?b"), InlineData("a\u007fb", "a?b")]
    [InlineData("a\u2028b\u2029c", "a?b?c"), InlineData("a\u202eb", "a?b"), InlineData("\ue000", "?"), InlineData("\u0378", "?")]
    [InlineData("\u0646\u200c\u0647 \u200d", "\u0646\u200c\u0647 \u200d")] // Joiners belong to letters.
    public void Line_ShowsAQuestionMarkForWhatDoesNotPrint(string text, string line) => OutsideText.Line(text).ShouldBe(line);

    [Theory]
    [InlineData("abc", 3, "abc"), InlineData("abcd", 3, "ab…"), InlineData("abcd", 1, "…"), InlineData("a\nb", 3, "a?b"), InlineData("a\nbc", 3, "a?…")]
    [InlineData("a\U0001F600bc", 3, "a…"), InlineData("\U0001F600bc", 3, "\U0001F600…"), InlineData("\U0001F600b", 1, "…")]
    public void ShortLine_EndsWithAnEllipsis_AndNeverInHalfACharacter(string text, int longest, string line) => OutsideText.ShortLine(text, longest).ShouldBe(line);

    [Theory]
    [InlineData("plain", "plain"), InlineData("a,b", "\"a,b\""), InlineData("say \"no\"", "\"say \"\"no\"\"\""), InlineData("a\nb", "a?b")]
    [InlineData("=1+1", "'=1+1"), InlineData("+1", "'+1"), InlineData("-1", "'-1"), InlineData("@a", "'@a"), InlineData("  =1", "'  =1"), InlineData("a=1", "a=1"), InlineData("", "")]
    [InlineData("=a,b", "\"'=a,b\"")]
    public void Cell_IsQuotedWhereItNeedsToBe_AndNoFormula(string text, string cell) => OutsideText.Cell(text).ShouldBe(cell);

    [Fact]
    public void HalfOfACharacter_IsReplaced() => OutsideText.Line("a\ud800b").ShouldBe("a\ufffdb");

    [Fact]
    public void NoText_IsTheCallersBug()
    {
        Should.Throw<ArgumentNullException>(() => OutsideText.Line(null!));
        Should.Throw<ArgumentNullException>(() => OutsideText.ShortLine(null!, 3));
        Should.Throw<ArgumentNullException>(() => OutsideText.NoFormula(null!));
        Should.Throw<ArgumentOutOfRangeException>(() => OutsideText.ShortLine("", 0));
    }
}
