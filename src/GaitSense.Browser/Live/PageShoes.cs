namespace GaitSense.Browser.Live;

/// <summary>Both shoes.</summary>
/// <param name="Left">The left one.</param>
/// <param name="Right">The right one.</param>
internal sealed record PageShoes(PageShoe Left, PageShoe Right);
