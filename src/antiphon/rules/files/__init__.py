"""FL: rules about Content-Disposition and ranges."""
