namespace GaitSense.Browser.Tests;

/// <summary>What a page says of the way to the ear before a walk: nothing on a wire, words where one beat more may be heard after the last step, and no walk backward where "stop" would come too late.</summary>
[Collection(PageTests.Name)]
public sealed class WayTests(WalkPage page)
{
    [Theory]
    [InlineData(0, true, false, false)]
    [InlineData(0.03, true, false, true)]
    [InlineData(0.03, false, false, false, "page.ear.unknown")]
    [InlineData(0.03, false, true, false, "page.ear.other")]
    [InlineData(0.15, true, false, false, "page.tap.late", "page.tap.late-advice")]
    [InlineData(0.25, false, true, true, "page.ear.other", "page.tap.late", "page.tap.late-advice")]
    [InlineData(0.31, true, false, false, "page.tap.late", "page.tap.late-advice")]
    [InlineData(0.31, true, false, true, "page.tap.not-backward", "page.ear.late-backward")]
    public async Task Way_IsSaidInWords(double wayS, bool isMeasured, bool isOther, bool isBackward, params string[] words)
    {
        page.Require();
        (await page.CallAsync<string[]>("Way", wayS, isMeasured, isOther, isBackward)).ShouldBe(words);
        (await page.CallAsync<bool>("WayAllowsBackward", wayS)).ShouldBe(wayS <= 0.3);
    }
}
