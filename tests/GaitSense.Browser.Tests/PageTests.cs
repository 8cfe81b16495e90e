namespace GaitSense.Browser.Tests;

/// <summary>All tests share one page and go one after the other: one publish, one browser, and figures that no other test disturbs.</summary>
[CollectionDefinition(Name)]
public sealed class PageTests : ICollectionFixture<WalkPage>
{
    public const string Name = "page";
}
