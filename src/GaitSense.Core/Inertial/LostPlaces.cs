using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>One <see cref="LostPlace"/> for each of <see cref="LostMotions"/>.</summary>
[InlineArray(LostMotions.Count)]
internal struct LostPlaces
{
    private LostPlace _element0;
}
