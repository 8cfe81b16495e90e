using GaitSense.Core;

namespace GaitSense.Walk;

/// <summary>A part that also wants the readings themselves, each before the core sees it. Most parts do not: it is called for every sample of both feet.</summary>
internal interface ISampleListener : IWalkPart
{
    /// <summary>One reading, merged and in SI units.</summary>
    void OnSample(in FootedSample sample);
}
