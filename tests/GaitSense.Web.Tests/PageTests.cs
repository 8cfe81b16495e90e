namespace GaitSense.Web.Tests;

/// <summary>All tests share one build and one browser, and go one after the other: some look at time.</summary>
[CollectionDefinition(Name)]
public sealed class PageTests : ICollectionFixture<WebPage>
{
    public const string Name = "walker's page";
}
